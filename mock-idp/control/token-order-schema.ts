import { z } from 'zod'
import { signers } from '../forge/signers.ts'
import { orderedKinds as kinds } from '../forge/token-order.ts'
import { farthestSeconds } from './farthest-seconds.ts'

const segment = z
  .enum(['header', 'payload', 'signature'])
  .meta({ description: 'The part of the token.' })
const edit = z.union([
  z.strictObject({
    segment,
    flipBit: z.int().min(0).meta({ description: 'Which bit of its bytes is the other, from 0.' }),
  }),
  z.strictObject({
    segment,
    keep: z.int().min(0).meta({ description: 'How many of its characters are left.' }),
  }),
  z.strictObject({ segment, text: z.string().meta({ description: 'How it reads.' }) }),
  z.strictObject({
    segment: segment.optional(),
    append: z.string().min(1).max(1_000_000).meta({
      description: 'What follows it, or the whole token where no segment is named.',
    }),
  }),
])

const changes = z.record(z.string().min(1), z.unknown())
export const tokenOrder = z
  .strictObject({
    kind: z.enum(kinds).meta({
      description:
        't1: the exchange token of a blueprint that names an agent identity. t2: that of an agent identity. agent: of an agent identity for itself. obo: on behalf of a person. agentUser: of the user of an agent identity. user: an access token of a person, such as Tc. app: of any application for itself. idToken: who a person is.',
    }),
    client: z.guid().meta({
      description:
        'Client id of the application that gets the token: for t1 a blueprint, for the other kinds of agents an agent identity.',
    }),
    agent: z.guid().optional().meta({
      description: 'Client id of the agent identity that a T1 names. Needed for t1.',
    }),
    user: z.string().min(1).optional().meta({
      description:
        'User principal name or object id. Needed for user, idToken and obo. Default for agentUser: the user of the agent identity.',
    }),
    audience: z.string().min(1).optional().meta({
      description:
        'Application id or URI of the resource. T1 and T2 are for the token exchange, an id_token is for its client.',
    }),
    version: z
      .union([z.literal(1), z.literal(2)])
      .optional()
      .meta({
        description: 'Form of an access token. Default: the one that the resource asks for.',
      }),
    scopes: z.array(z.string().min(1)).optional().meta({
      description: 'What scp names. Default: every scope that the resource publishes.',
    }),
    methods: z.array(z.string().min(1)).optional().meta({
      description: 'How the user signed in, as amr has it. Default: pwd and mfa.',
    }),
    authenticationContexts: z
      .array(z.string().regex(/^c[1-9]\d?$/, 'expected c1 to c99'))
      .optional()
      .meta({
        description:
          'What the sign-in satisfied besides, as acrs has it, such as c1. Default: nothing.',
      }),
    lifetimeSeconds: z.int().min(-farthestSeconds).max(farthestSeconds).optional().meta({
      description: 'Seconds from now; negative: already expired. Default: 60 to 90 minutes.',
    }),
    claims: changes.optional().meta({
      description: 'Claims that replace those of the token; null removes one.',
    }),
    header: changes.optional().meta({
      description: 'Members that replace those of the header; null removes one.',
    }),
    signWith: z.enum(signers).optional().meta({
      description:
        'Whose key signs it. otherTenant: one that the keys document names for the tenant of personal accounts. stranger: one that nobody publishes, with ES256 if the header says so. hmacOfPem, hmacOfDer, hmacOfModulus: HMAC whose secret is the public key. Default: tenant.',
    }),
    edits: z.array(edit).max(20).optional().meta({
      description: 'Changes of the token as text, after it is signed, one after the other.',
    }),
  })
  .meta({ description: 'Whose token it is, for what, and how it departs from a good one.' })
