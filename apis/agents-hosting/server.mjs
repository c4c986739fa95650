// An API whose callers authorizeJWT of @microsoft/agents-hosting checks, with the configuration of its documentation.
import { createServer } from 'node:http'
import { authorizeJWT } from '@microsoft/agents-hosting'

const { env } = process
const connection = { clientId: env.AGENTID_API_AUDIENCE, tenantId: env.AGENTID_TENANT_ID }
const authorize = authorizeJWT({
  ...connection,
  connections: new Map([['serviceConnection', connection]]),
})

createServer((request, response) => {
  if (request.url === '/health') return response.end('ready')
  // What the middleware uses of the response of Express.
  const send = (body) => response.end(JSON.stringify(body))
  const status = (code) => {
    response.statusCode = code
    return { send }
  }
  void authorize(request, Object.assign(response, { send, status }), () => send({ orders: [] }))
}).listen(Number(env.PORT), '127.0.0.1')
