/** Where the control API has routes below `/_mock`. Apart from them, because naming a path must not load them. */
export const controlPaths = [
  '/tenants',
  '/requests',
  '/clock',
  '/faults',
  '/lifetimes',
  '/chaos',
  '/lag',
  '/graph-tokens',
  '/tokens',
  '/sign-in',
  '/device-codes',
  '/access-policies',
  '/keys',
  '/rules',
  '/reset',
] as const

export type ControlPath = (typeof controlPaths)[number]

export const openApiPath = '/openapi.json'
export const healthPath = '/health'
