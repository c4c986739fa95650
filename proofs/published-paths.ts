/** The paths of an identity provider, by what they are for. */
export const tokenPath = /\/oauth2\/v2\.0\/token$/
export const tenantDocument = /^\/[0-9a-f-]{36}\/v2\.0\/\.well-known\/openid-configuration$/
export const versionOneDocument = /^\/[0-9a-f-]{36}\/\.well-known\/openid-configuration$/
export const sharedDocument =
  /^\/(common|organizations)\/v2\.0\/\.well-known\/openid-configuration$/
export const keySet = /\/discovery\/(v2\.0\/)?keys$/
export const sharedKeySet = /^\/(common|organizations)\/discovery\/(v2\.0\/)?keys$/
export const anyPath = /^/
/** Microsoft Graph. */
export const graphPath = /^\/(v1\.0|beta)\//
