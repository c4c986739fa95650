import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agent, agentClaims, blueprint, customApiClaims, t1Claims } from '../testing/make-token.ts'
import { tokenKind } from './token-kind.ts'

const { sub: _, ...exchange } = t1Claims

test('T1 is known by its audience and its subject', () => {
  assert.equal(tokenKind(t1Claims), 't1')
})

test('T2 is for the exchange and has the facet of an agent', () => {
  assert.equal(tokenKind({ ...exchange, azp: agent, sub: agent, xms_act_fct: '9 11 3' }), 't2')
})

test('a managed identity token for the exchange holds for a day', () => {
  const claims = { ...exchange, sub: exchange.oid, exp: exchange.iat + 86_700 }
  assert.equal(tokenKind(claims), 'managed-identity')
})

test('a token for the exchange that names no agent is neither', () => {
  assert.equal(tokenKind({ ...exchange, sub: exchange.oid }), 'other-exchange')
})

test('an agent is known by facet 11, wherever it stands', () => {
  assert.equal(tokenKind({ ...agentClaims, xms_act_fct: '11 3 9' }), 'agent')
  assert.equal(tokenKind({ ...agentClaims, xms_act_fct: '3 9 11' }), 'agent')
})

test('facet 111 is not facet 11', () => {
  assert.equal(tokenKind({ ...agentClaims, xms_act_fct: '3 9 111' }), 'agent-without-claims')
})

test('an agent without agent claims is guessed by its single id', () => {
  assert.equal(tokenKind(customApiClaims), 'agent-without-claims')
})

test('an agent acts for a user, or through its own user account', () => {
  const user = { ...agentClaims, idtyp: 'user', scp: 'User.Read', oid: 'u', sub: 's' }
  assert.equal(tokenKind({ ...user, xms_sub_fct: '3 12' }), 'agent-for-user')
  assert.equal(tokenKind({ ...user, xms_sub_fct: '3 13' }), 'agent-user')
})

test('a blueprint is known by the roles of making agent identities', () => {
  const claims = { appid: blueprint, oid: 'p', sub: 'p', roles: ['AgentIdentity.CreateAsManager'] }
  assert.equal(tokenKind(claims), 'blueprint')
})

test('an ordinary application is app-only, a user token has scopes', () => {
  assert.equal(tokenKind({ azp: blueprint, oid: 'p', sub: 'p' }), 'application')
  assert.equal(tokenKind({ azp: blueprint, oid: 'u', scp: 'access_agent' }), 'user')
})

test('a client assertion is issued by its own subject', () => {
  const aud = 'https://login.microsoftonline.com/t/oauth2/v2.0/token'
  assert.equal(tokenKind({ iss: blueprint, sub: blueprint, aud }), 'client-assertion')
})

test('a JWT of somebody else is of no known kind', () => {
  assert.equal(tokenKind({ iss: 'https://token.example', sub: 'x' }), 'unknown')
})
