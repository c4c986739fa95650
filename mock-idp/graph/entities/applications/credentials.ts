import { z } from 'zod'
import { enforce } from '../../../answers/enforce.ts'
import type { Application } from '../../../directory/application.ts'
import { agentHasNoCredentials } from '../../../rules/graph/agents.ts'
import * as rules from '../../../rules/graph/credentials.ts'
import { done, type GraphCall, rootOf } from '../../call/graph-call.ts'
import { applicationOf, findApplication, principalOf } from '../../call/named-objects.ts'
import { type Operation, post } from '../../call/operation.ts'
import { authorize } from '../../caller/authorize.ts'
import { permissions } from '../../caller/permissions.ts'
import { applicationChanges } from '../../write/changes.ts'
import { readProperties } from '../../write/read-properties.ts'
import { isBlueprint } from './applications.ts'
import { proofIsValid } from './key-proof.ts'
import {
  keyCredential,
  keyInput,
  newCertificate,
  newSecret,
  passwordInput,
  shownSecret,
} from './secrets-and-certificates.ts'

/** The bodies of the actions on credentials. */
const addedPassword = z.object({ passwordCredential: passwordInput.nullable().optional() })
const removedPassword = z.object({ keyId: z.guid() })
const addedKey = z.object({
  keyCredential: keyInput,
  passwordCredential: passwordInput.nullable().optional(),
  proof: z.string(),
})
const removedKey = z.object({ keyId: z.guid(), proof: z.string() })

const actions = ['addPassword', 'removePassword', 'addKey', 'removeKey'] as const

/** Secrets and certificates of applications and blueprints. Agent identities have none. */
export const credentialOperations: readonly Operation[] = [
  post('applications/{id}/addPassword', (call) => {
    const application = authorized(call)
    const { passwordCredential } = readProperties(call, addedPassword, 'PasswordCredential')
    const secret = newSecret(call, passwordCredential ?? {})
    save(call, { ...application, secrets: [...application.secrets, secret] })
    return {
      status: 200,
      body: {
        '@odata.context': `${rootOf(call)}/$metadata#microsoft.graph.passwordCredential`,
        ...shownSecret(secret),
      },
    }
  }),
  post('applications/{id}/removePassword', (call) => {
    const application = authorized(call)
    const { keyId } = readProperties(call, removedPassword, 'PasswordCredential')
    const secrets = application.secrets.filter((one) => one.keyId !== keyId.toLowerCase())
    const found = secrets.length < application.secrets.length
    enforce([rules.removedPasswordIsKnown], { keyId, found }, call.examination)
    save(call, { ...application, secrets })
    return done
  }),
  post('applications/{id}/addKey', async (call) => {
    const application = authorized(call)
    const { keyCredential: input, proof } = readProperties(call, addedKey, 'KeyCredential')
    await checkProof(call, application, proof)
    const certificate = await newCertificate(call, input)
    save(call, { ...application, certificates: [...application.certificates, certificate] })
    return {
      status: 200,
      body: {
        '@odata.context': `${rootOf(call)}/$metadata#microsoft.graph.keyCredential`,
        ...keyCredential(certificate),
      },
    }
  }),
  post('applications/{id}/removeKey', async (call) => {
    const application = authorized(call)
    const { keyId, proof } = readProperties(call, removedKey, 'KeyCredential')
    await checkProof(call, application, proof)
    const certificates = application.certificates.filter((one) => one.keyId !== keyId.toLowerCase())
    const found = certificates.length < application.certificates.length
    enforce([rules.removedKeyIsKnown], { keyId, found }, call.examination)
    save(call, { ...application, certificates })
    return done
  }),
  ...actions.map((action) =>
    post(`servicePrincipals/{id}/${action}`, (call) => {
      const principal = principalOf(call)
      authorize(call, permissions.addCredential, principal.owners)
      enforce([agentHasNoCredentials], { hasCredentials: true }, call.examination)
      return done
    }),
  ),
]

function authorized(call: GraphCall): Application {
  const found = findApplication(call)
  const isOne = isBlueprint(call, found)
  const needed = isOne ? permissions.addCredential : permissions.writeApplication
  authorize(call, needed, found?.owners)
  return applicationOf(call)
}

/** @throws {Refusal} under KEY-PROOF */
async function checkProof(call: GraphCall, application: Application, proof: string): Promise<void> {
  const facts = {
    hasCertificate: application.certificates.some(({ endMs }) => endMs > call.nowMs),
    proofIsValid: await proofIsValid(proof, application, call.nowMs),
  }
  enforce([rules.keyProofIsValid], facts, call.examination)
}

function save(call: GraphCall, application: Application): void {
  call.commit(applicationChanges(call.tenant, application))
}
