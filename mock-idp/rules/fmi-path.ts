import { captured, inferred } from './evidence.ts'
import { refusals } from './refusals.ts'

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

/** In the order of enforcement. */
export const fmiPathRules = refusals<FmiPath>([
  {
    id: 'FMI-EMPTY',
    title: 'An fmi_path is not empty',
    aadsts: 90014,
    message: () =>
      "The required field 'fmi_path' is missing from the credential. Ensure that you have all the necessary parameters for the login request.",
    evidence: captured('github.com/microsoft/Agent365-Samples/issues/116 (status only)'),
    assumed: ['error', 'aadsts'],
    broken: ({ fmiPath }) => fmiPath === '',
  },
  {
    id: 'FMI-BLUEPRINT',
    title: 'Only a blueprint sends an fmi_path',
    aadsts: 90013,
    message: () => 'Invalid input received from the user.',
    evidence: inferred('the parameter is documented for the request of a blueprint alone'),
    broken: (facts) => names(facts) && !facts.isBlueprint,
  },
  {
    id: 'FMI-PRESENT',
    title: 'A blueprint that requests T1 names an agent identity',
    aadsts: 82008,
    message: () =>
      'All agentic applications requesting a token exchange token must include the fmipath parameter on the token request.',
    evidence: captured('github.com/microsoft/Agent365-Samples/issues/230'),
    assumed: ['error', 'status'],
    broken: (facts) => asksT1(facts) && facts.fmiPath === undefined,
  },
  {
    id: 'FMI-KNOWN',
    title: 'A blueprint gets T1 only for an agent identity of the tenant',
    aadsts: 700016,
    message: ({ fmiPath, tenantName }) =>
      `Application with identifier '${fmiPath}' was not found in the directory '${tenantName}'.`,
    evidence: inferred(
      'whether Entra looks the path up at all is not known: it may refuse in step 2 only',
    ),
    broken: (facts) => asksT1(facts) && names(facts) && !facts.agentFound,
  },
  {
    id: 'FMI-OWN-AGENT',
    title: 'A blueprint gets T1 only for its own agent identities',
    aadsts: 90013,
    message: () => 'Invalid input received from the user.',
    evidence: inferred(
      'whether Entra looks the path up at all is not known: it may refuse in step 2 only',
    ),
    broken: (facts) => asksT1(facts) && facts.agentFound && !facts.agentIsOwn,
  },
])
