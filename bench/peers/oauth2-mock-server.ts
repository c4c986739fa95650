import { OAuth2Server } from 'oauth2-mock-server'
import { announce } from './announce.ts'

const server = new OAuth2Server()
await server.issuer.keys.generate('RS256')
await server.start(0, '127.0.0.1')
announce(`http://127.0.0.1:${server.address().port}/token`)
