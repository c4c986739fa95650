import { z } from 'zod'
import { capabilities } from '../capabilities.ts'

/** The name and version of the adapter protocol. */
export const protocolName = 'agentid-adapter/1'

/** A member that may be left out. JSON null is as good as absent. */
function optional<Schema extends z.ZodType>(schema: Schema, description?: string) {
  const member = schema
    .nullish()
    .transform((value) => value ?? undefined)
    .optional()
  return description === undefined ? member : member.meta({ description })
}

const aadsts = z.array(z.int()).meta({ description: 'AADSTS numbers, as in `error_codes`.' })

/** The credential of the blueprint. */
export const credential = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('secret'), value: z.string() }),
  z.looseObject({
    type: z.literal('certificate'),
    certificateFile: z
      .string()
      .meta({ description: 'PEM file: the leaf certificate first, then its chain.' }),
    privateKeyFile: z
      .string()
      .meta({ description: 'PEM file: RSA 2048, PKCS #8, without a password.' }),
    sendX5c: z.boolean().meta({
      description:
        'Whether the client must send the whole certificate chain (x5c) in the assertion. False: it may.',
    }),
  }),
  z.looseObject({
    type: z.literal('assertionFile'),
    file: z.string().meta({
      description:
        'File with a JWT. Its content may change at any time, so read it again within minutes.',
    }),
  }),
  z.looseObject({
    type: z.literal('managedIdentity'),
    source: z.enum(['appService', 'imds']),
    endpoint: z.string().meta({ description: 'The whole URL, without its query.' }),
    header: z.string().optional().meta({ description: 'The value for X-IDENTITY-HEADER.' }),
    clientId: z.string().optional().meta({
      description: 'Of a user-assigned identity: the client must send it as client_id.',
    }),
  }),
])

const id = z.int().meta({ description: 'Echoed in the reply.' })

const hello = z.looseObject({ id, op: z.literal('hello'), protocol: z.literal(protocolName) })
const configure = z
  .looseObject({
    id,
    op: z.literal('configure'),
    authorityHost: z.string().meta({ description: 'The origin, such as https://localhost:8443.' }),
    tenantId: z.string(),
    caFile: z
      .string()
      .meta({ description: 'PEM file of the certificate authority to trust. Empty for http.' }),
    graphUrl: z.string().optional(),
    cloud: z.enum(['public', 'usGovernment', 'china']),
    logLevel: z.enum(['trace', 'info', 'none']),
    blueprint: z.looseObject({ clientId: z.string(), credential }),
  })
  .meta({ description: 'Create a new client object with this configuration and empty caches.' })
const acquire = z
  .looseObject({
    id,
    op: z.literal('acquire'),
    flow: z.enum(['autonomous', 'agentUser', 'obo']),
    agentIdentity: z.string().nullish().meta({
      description: 'Null, or left out, where the caller names none: the client must refuse.',
    }),
    scopes: z.array(z.string()),
    tenantId: z.string().optional(),
    forceRefresh: z.boolean().optional(),
    user: z
      .union([z.looseObject({ oid: z.string() }), z.looseObject({ upn: z.string() })])
      .optional()
      .meta({ description: 'Flow agentUser: whose token to get, by object id or by UPN.' }),
    userAssertion: z.string().optional().meta({
      description:
        "Flow obo: Tc, a person's token for the blueprint. The client sends it unchanged.",
    }),
    claims: z.string().optional().meta({
      description: 'The claims of a challenge, as JSON. The client must ask for a new token.',
    }),
  })
  .meta({ description: 'Get a token. Calls may overlap; replies may come in any order.' })
const reset = z
  .looseObject({ id, op: z.literal('reset') })
  .meta({ description: 'Drop all caches, or create a new client object.' })
const shutdown = z
  .looseObject({ id, op: z.literal('shutdown') })
  .meta({ description: 'Reply, then exit within 5 seconds.' })

/** The request of each operation. */
export const adapterRequests = { hello, configure, acquire, reset, shutdown } as const

/** One request to the adapter. */
export const adapterRequest = z.discriminatedUnion('op', [
  hello,
  configure,
  acquire,
  reset,
  shutdown,
])

/** The content of AGENTID_CONFORMANCE_CONTEXT: the same messages without `id` and `op`. */
export const oneShotContext = z
  .looseObject({
    configure: configure.omit({ id: true, op: true }),
    acquire: acquire.omit({ id: true, op: true }),
  })
  .meta({ description: 'One-shot mode: the content of AGENTID_CONFORMANCE_CONTEXT.' })

/** Why the client has no token. */
export const adapterError = z.looseObject({
  kind: z.enum(['server', 'client', 'timeout', 'unsupported']).meta({
    description:
      'server: the identity provider refused or failed. client: the client refused or failed. unsupported: the client lacks the feature.',
  }),
  message: z.string(),
  status: optional(z.int()),
  code: optional(z.string(), 'The OAuth error, such as invalid_client.'),
  aadsts: optional(aadsts),
  correlationId: optional(z.string()),
  suberror: optional(z.string(), 'The `suberror`, such as consent_required.'),
  claims: optional(
    z.string(),
    'The claims of a challenge, as the identity provider sent them: JSON.',
  ),
})

const failed = z.looseObject({ id: id.optional(), ok: z.literal(false), error: adapterError })

/** The reply to each operation. */
export const adapterReplies = {
  hello: z.discriminatedUnion('ok', [
    z.looseObject({
      id,
      ok: z.literal(true),
      name: z.string().min(1),
      version: z.string().min(1),
      language: optional(z.string()),
      capabilities,
    }),
    failed,
  ]),
  configure: z.discriminatedUnion('ok', [z.looseObject({ id, ok: z.literal(true) }), failed]),
  acquire: z.discriminatedUnion('ok', [
    z.looseObject({
      id: id.optional(),
      ok: z.literal(true),
      token: z.looseObject({
        accessToken: z.string(),
        expiresOn: optional(
          z.number(),
          'Seconds since 1970. The run holds it against the token: it must not be later.',
        ),
        source: optional(z.enum(['network', 'cache', 'unknown']), 'For people; not judged.'),
      }),
    }),
    failed,
  ]),
  reset: z.discriminatedUnion('ok', [z.looseObject({ id, ok: z.literal(true) }), failed]),
  shutdown: z.discriminatedUnion('ok', [z.looseObject({ id, ok: z.literal(true) }), failed]),
} as const

export type AdapterRequest = z.output<typeof adapterRequest>
export type AdapterOperation = keyof typeof adapterReplies
export type AdapterReply<Operation extends AdapterOperation> = z.output<
  (typeof adapterReplies)[Operation]
>
export type AdapterContext = z.output<typeof oneShotContext>
export type AdapterError = z.output<typeof adapterError>
export type AdapterCredential = z.output<typeof credential>
