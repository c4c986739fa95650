import { z } from 'zod'
import { signInAudiences } from './application.ts'
import { parseClaimsExpression } from './claims-expression.ts'
import { isUsableRedirectUri } from './redirect-uris.ts'
import { enabled, guid, name, objectIds, time } from './schema-words.ts'

const appRole = z.strictObject({
  resource: guid.meta({ description: 'The application id of the resource.' }),
  role: z.string().min(1).meta({ description: 'The value of the role, such as User.Read.All.' }),
})
export const appRoles = z
  .array(appRole)
  .default([])
  .meta({ description: 'Granted application roles.' })

const secret = z.strictObject({
  keyId: guid.optional(),
  value: z.string().min(1).meta({ description: 'The secret. Use only made-up secrets.' }),
  startDateTime: time.optional(),
  endDateTime: time.optional(),
})
const certificate = z.strictObject({
  keyId: guid.optional(),
  pem: z.string().includes('BEGIN CERTIFICATE').meta({ description: 'The certificate in PEM.' }),
  startDateTime: time.optional().meta({ description: 'Default: the value in the certificate.' }),
  endDateTime: time.optional().meta({ description: 'Default: the value in the certificate.' }),
})
const claimsMatchingExpression = z.strictObject({
  value: z
    .string()
    .refine((text) => parseClaimsExpression(text) !== undefined, {
      error: "expected an expression such as claims['sub'] matches 'repo:contoso/*'",
    })
    .meta({ description: 'Conditions on claims of the token, joined by and.' }),
  languageVersion: z.literal(1),
})
export const federatedCredential = z.strictObject({
  name,
  issuer: z.url().meta({ description: 'Compared exactly with iss of the token.' }),
  subject: z.string().min(1).optional().meta({
    description:
      'Compared exactly with sub of the token. Omit it where claimsMatchingExpression decides.',
  }),
  claimsMatchingExpression: claimsMatchingExpression.optional().meta({
    description: 'What the claims of the token have to be, instead of subject.',
  }),
  audience: z.string().optional().meta({
    description:
      'Compared exactly with aud of the token. Default: the name of the token exchange in the cloud of the tenant.',
  }),
})
export const owners = objectIds('own')
export const sponsors = objectIds('sponsor')
export const principal = z.strictObject({ id: guid, enabled, appRoles })

const publishedScope = z.strictObject({
  id: guid.optional().meta({ description: 'Default: derived from the appId and the value.' }),
  value: z.string().min(1).meta({ description: 'Its name in scopes, such as access_agent.' }),
  displayName: z.string().optional(),
})
const inheritable = z.enum(['all', 'none'])
const inheritablePermission = z.strictObject({
  resource: guid.meta({ description: 'The application id of the resource.' }),
  scopes: z
    .union([inheritable, z.array(z.string().min(1))])
    .default('none')
    .meta({
      description: 'Delegated permissions of the principal that agent identities inherit.',
    }),
  roles: inheritable.default('none').meta({ description: 'Roles that they inherit.' }),
})

const redirectUri = z.url().refine((text) => isUsableRedirectUri(text), {
  error: 'expected an address without a fragment, such as http://localhost/signed-in',
})
const redirectUris = z.array(redirectUri).default([])

export const application = z.strictObject({
  appId: guid,
  objectId: guid.optional().meta({
    description:
      'Its object id. Default: the appId for a blueprint, and otherwise an id derived from the appId.',
  }),
  displayName: name,
  signInAudience: z.enum(signInAudiences).default('AzureADMyOrg'),
  enabled,
  createdDateTime: time.optional(),
  identifierUris: z.array(z.string().min(1)).default([]),
  owners,
  sponsors,
  secrets: z.array(secret).default([]),
  certificates: z.array(certificate).default([]),
  federatedCredentials: z.array(federatedCredential).default([]),
  scopes: z.array(publishedScope).default([]).meta({
    description:
      'Delegated permissions that it publishes. With one, it is a resource for which others get tokens.',
  }),
  redirectUris: z
    .strictObject({
      web: redirectUris.meta({ description: 'Of an application with a credential.' }),
      spa: redirectUris.meta({ description: 'Of an application that runs in a browser.' }),
      publicClient: redirectUris.meta({ description: 'Of an application without a credential.' }),
    })
    .prefault({})
    .meta({
      description:
        'Where people come back to after they sign in. The port of http://localhost does not count.',
    }),
  requiredResources: z
    .array(
      z.strictObject({
        resource: guid.meta({ description: 'The application id of the resource.' }),
        scopeIds: z.array(guid).default([]).meta({ description: 'Ids of its scopes.' }),
      }),
    )
    .default([])
    .meta({
      description:
        'APIs that people are asked for: without its API, a client cannot ask for a scope of it.',
    }),
  preAuthorizedApplications: z
    .array(
      z.strictObject({
        appId: guid,
        scopeIds: z.array(guid).meta({ description: 'Ids of its scopes.' }),
      }),
    )
    .default([])
    .meta({ description: 'Clients that have scopes of it without anybody’s consent.' }),
  idTokensFromAuthorize: z.boolean().default(false).meta({
    description:
      'Whether the authorize endpoint may answer with an id_token (response_type code id_token).',
  }),
  inheritablePermissions: z.array(inheritablePermission).default([]).meta({
    description: 'What agent identities inherit of the permissions of a blueprint.',
  }),
  isFallbackPublicClient: z.boolean().optional().meta({
    description:
      'True: a program without a secret, such as one that signs users in by device code. Default: false.',
  }),
  principal: principal
    .nullable()
    .meta({ description: 'Its principal in this tenant; null: it has none.' }),
})
