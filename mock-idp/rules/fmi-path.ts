import { captured, inferred } from './evidence.ts'
import type { RefusalRule } from './rule.ts'

type FmiPath = {
  readonly fmiPath: string | undefined
  readonly tenantName: string
  readonly isBlueprint: boolean
  readonly isExchange: boolean
  readonly agentFound: boolean
  readonly agentIsOwn: boolean
}

const names = ({ fmiPath }: FmiPath) => fmiPath !== undefined && fmiPath !== ''
const asksT1 = ({ isBlueprint, isExchange }: FmiPath) => isBlueprint && isExchange

export const fmiPathIsNotEmpty: RefusalRule<FmiPath> = {
  kind: 'refusal',
  id: 'FMI-EMPTY',
  title: 'An fmi_path is not empty',
  error: 'invalid_request',
  aadsts: 90014,
  status: 400,
  message: () =>
    "The required field 'fmi_path' is missing from the credential. Ensure that you have all the necessary parameters for the login request.",
  hasErrorPage: true,
  evidence: captured('github.com/microsoft/Agent365-Samples/issues/116 (status only)'),
  assumed: ['error', 'aadsts'],
  broken: ({ fmiPath }) => fmiPath === '',
}

export const fmiPathComesFromBlueprint: RefusalRule<FmiPath> = {
  kind: 'refusal',
  id: 'FMI-BLUEPRINT',
  title: 'Only a blueprint names an fmi_path',
  error: 'unauthorized_client',
  aadsts: 90013,
  status: 400,
  message: () => 'Invalid input received from the user.',
  evidence: inferred('the parameter is documented for the request of a blueprint alone'),
  broken: (facts) => names(facts) && !facts.isBlueprint,
}

export const fmiPathIsPresent: RefusalRule<FmiPath> = {
  kind: 'refusal',
  id: 'FMI-PRESENT',
  title: 'A blueprint that asks for T1 names an agent identity',
  error: 'invalid_request',
  aadsts: 900144,
  status: 400,
  message: () => "The request body must contain the following parameter: 'fmi_path'.",
  hasErrorPage: true,
  evidence: inferred('the parameter is documented as required; no request without it was captured'),
  broken: (facts) => asksT1(facts) && facts.fmiPath === undefined,
}

export const fmiPathIsKnown: RefusalRule<FmiPath> = {
  kind: 'refusal',
  id: 'FMI-KNOWN',
  title: 'T1 is issued for an agent identity of the tenant',
  error: 'unauthorized_client',
  aadsts: 700016,
  status: 400,
  message: ({ fmiPath, tenantName }) =>
    `Application with identifier '${fmiPath}' was not found in the directory '${tenantName}'.`,
  hasErrorPage: true,
  evidence: inferred(
    'whether Entra looks the path up at all is not known: it may refuse in step 2 only',
  ),
  broken: (facts) => asksT1(facts) && names(facts) && !facts.agentFound,
}

export const fmiPathIsOwnAgent: RefusalRule<FmiPath> = {
  kind: 'refusal',
  id: 'FMI-OWN-AGENT',
  title: 'A blueprint gets T1 only for its own agent identities',
  error: 'unauthorized_client',
  aadsts: 90013,
  status: 400,
  message: () => 'Invalid input received from the user.',
  evidence: inferred(
    'whether Entra looks the path up at all is not known: it may refuse in step 2 only',
  ),
  broken: (facts) => asksT1(facts) && facts.agentFound && !facts.agentIsOwn,
}

/** In the order of enforcement. */
export const fmiPathRules = [
  fmiPathIsNotEmpty,
  fmiPathComesFromBlueprint,
  fmiPathIsPresent,
  fmiPathIsKnown,
  fmiPathIsOwnAgent,
] satisfies readonly RefusalRule[]
