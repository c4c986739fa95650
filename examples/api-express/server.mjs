// An API of Express whose callers are agents, with the middleware of express-oauth2-jwt-bearer.
import express from 'express'
import { auth, InsufficientScopeError } from 'express-oauth2-jwt-bearer'

const {
  AGENTID_AUTHORITY_HOST: authorityHost = 'https://login.microsoftonline.com',
  AGENTID_TENANT_ID: tenantId,
  AGENTID_API_AUDIENCE: audience,
  AGENTID_API_ROLE: role,
  AGENTID_API_SCOPE: scope,
  PORT = '3000',
} = process.env

const tokenOfTenant = auth({
  issuer: `${authorityHost}/${tenantId}/v2.0`,
  jwksUri: `${authorityHost}/${tenantId}/discovery/v2.0/keys`,
  audience,
  tokenSigningAlg: 'RS256',
  clockTolerance: 300,
  cooldownDuration: 5000,
  validators: { tid: (tid) => tid === tenantId },
})

/** Applications hold roles, and whoever acts for a user holds scopes. */
function mayReadOrders(request, _response, next) {
  const { scp, roles } = request.auth.payload
  const isAllowed =
    scp === undefined ? (roles?.includes(role) ?? false) : scp.split(' ').includes(scope)
  next(isAllowed ? undefined : new InsufficientScopeError([scope]))
}

const app = express()
app.get('/health', (_request, response) => response.send('ready'))
/** A token in the query or in a form stands in logs. */
function inTheHeaderAlone(request, response, next) {
  if (request.query.access_token === undefined) return next()
  response.status(400).set('WWW-Authenticate', 'Bearer error="invalid_request"').end()
}
app.get('/orders', inTheHeaderAlone, tokenOfTenant, mayReadOrders, (request, response) => {
  const { oid, azp } = request.auth.payload
  response.json({ orders: [], of: oid, through: azp })
})
app.use((error, _request, response, _next) => {
  const status = error.status ?? 500
  response
    .status(status)
    .set(error.headers ?? {})
    .json({ error: error.code ?? 'server_error' })
})
app.listen(Number(PORT), '127.0.0.1')
