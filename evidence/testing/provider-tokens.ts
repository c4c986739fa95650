import { type Agent, type Blueprint, objects, type Provider } from './provider-objects.ts'

function bytesOf(guid: string): string {
  const hex = guid.replaceAll('-', '')
  const reversed = (from: number, to: number) =>
    hex.slice(from, to).match(/../g)?.reverse().join('') ?? ''
  const little = `${reversed(0, 8)}${reversed(8, 12)}${reversed(12, 16)}${hex.slice(16)}`
  return Buffer.from(little, 'hex').toString('base64url')
}

export function agentSubject({ id }: Blueprint, fmiPath: string): string {
  return `/eid1/c/pub/t/${bytesOf(objects.tenantId)}/a/${bytesOf(id)}/${fmiPath}`
}

function common({ newCode, nowSeconds }: Provider) {
  const iat = nowSeconds() - 300
  return {
    iat,
    nbf: iat,
    exp: iat + 3_900,
    aio: `k2Bg${newCode(30)}=`,
    rh: `1.${newCode(40)}.`,
    uti: newCode(16),
    xms_ftd: newCode(44),
    tid: objects.tenantId,
    idtyp: 'app',
  }
}

/** As the mock makes it, but without `xms_ficinfo`. */
export function t1Token(blueprint: Blueprint, fmiPath: string, provider: Provider) {
  const claims = {
    ...common(provider),
    aud: 'fb60f99c-7a34-4190-8149-302f77469936',
    iss: `${provider.authorityHost}/${objects.tenantId}/v2.0`,
    azp: blueprint.id,
    azpacr: '1',
    oid: blueprint.principalId,
    sub: agentSubject(blueprint, fmiPath),
    ver: '2.0',
    xms_act_fct: '9 3',
    xms_sub_fct: '3 9',
    xms_idrel: '7 18',
  }
  return provider.sign(claims, {})
}

/** A token of an agent identity for the token exchange, as the mock makes it. */
export function t2Token(agent: Agent, provider: Provider) {
  const claims = {
    ...common(provider),
    aud: 'fb60f99c-7a34-4190-8149-302f77469936',
    iss: `${provider.authorityHost}/${objects.tenantId}/v2.0`,
    azp: agent.id,
    azpacr: '2',
    oid: agent.id,
    sub: agent.id,
    ver: '2.0',
    xms_act_fct: '3 9 11',
    xms_sub_fct: '9 11 3',
    xms_idrel: '7 2',
    xms_par_app_azp: agent.blueprintId,
    xms_ficinfo: 'CAAQABgAIAAoAzAAOAE',
  }
  return provider.sign(claims, {})
}

/** As the mock makes it, but for an agent identity with `xms_new`, and with a GUID as `uti`. */
export function graphToken(client: Blueprint | Agent, provider: Provider) {
  const isAgent = 'blueprintId' in client
  const oid = isAgent ? client.id : client.principalId
  const roles = isAgent ? client.roles : ['AgentIdentity.CreateAsManager']
  const issuer = `${provider.authorityHost}/${objects.tenantId}/`
  const claims = {
    ...common(provider),
    aud: 'https://graph.microsoft.com',
    iss: issuer,
    idp: issuer,
    appid: client.id,
    appidacr: isAgent ? '2' : '1',
    app_displayname: client.name,
    oid,
    sub: oid,
    ...(roles.length > 0 && { roles }),
    ver: '1.0',
    tenant_region_scope: 'EU',
    wids: ['0997a1d0-0d1d-4acb-b408-d5ca73121e90'],
    xms_rd: `0.${provider.newCode(24)}`,
    xms_tcdt: 1_612_137_600,
    xms_act_fct: isAgent ? '3 9 11' : '3 9',
    xms_sub_fct: isAgent ? '11 9 3' : '9 3',
    xms_idrel: '26 7',
    xms_tnt_fct: '3 12',
    ...(isAgent
      ? { xms_par_app_azp: client.blueprintId, xms_new: 'a', uti: provider.newId() }
      : { xms_acd: 1_612_137_600 }),
  }
  return provider.sign(claims, { x5t: provider.keyId })
}
