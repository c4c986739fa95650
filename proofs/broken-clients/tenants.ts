import type { Seams } from '../../engine/clients/reference.ts'
import { also, type BrokenClient } from './broken-client.ts'
import { type Leg, sendsFor } from './on-the-wire.ts'

const strangeTenant = 'a tenant is asked that nobody named, which every scenario looks for'

/** The override reaches all requests but those of one leg. */
function ignoredOn(leg: Leg): Pick<Seams, 'network'> {
  return sendsFor(leg, ({ url, setup: { tenantId, credential } }) => {
    // An assertion would be for the other place, which is another fault.
    if (credential.type === 'certificate') return
    url.pathname = url.pathname.replace(/^\/[^/]+/, `/${tenantId}`)
  })
}

/** Requests that go to another tenant than they should. */
export const confusingTenants: readonly BrokenClient[] = [
  {
    name: 'ignores the tenant that is named for a call',
    breaks: 'AUTHORITY-CALL-TENANT',
    alsoBreaks: [
      ...also(
        strangeTenant,
        ...['AUTHORITY-TENANT', 'SIGN-AUDIENCE', 'RECIPIENT-OWN-TOKEN', 'CACHE-PER-TENANT'],
      ),
      ...also('simultaneous callers meet the same fault', 'CONCURRENT-TOKENS'),
    ],
    seams: {
      acquire: (acquire) => (wanted) => acquire({ ...wanted, tenantId: undefined }),
    },
  },
  {
    name: 'asks for T1 in its own tenant, whatever tenant is named for a call',
    breaks: 'AUTHORITY-CALL-TENANT',
    alsoBreaks: [
      ...also(strangeTenant, 'AUTHORITY-TENANT', 'CACHE-PER-TENANT'),
      ...also('simultaneous callers meet the same fault', 'CONCURRENT-TOKENS'),
    ],
    seams: ignoredOn('t1'),
  },
  {
    name: 'redeems T1 in its own tenant, whatever tenant is named for a call',
    breaks: 'AUTHORITY-TENANT',
    seenBy: 'AUTHORITY-CALL-TENANT',
    alsoBreaks: also(
      'the tenant that was named is not asked in every step',
      'AUTHORITY-CALL-TENANT',
    ),
    seams: ignoredOn('redemption'),
  },
]
