import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { refusingUnder, type ShownPolicy, underPolicies } from '../policies-of-a-request.ts'
import type { TokenRequest } from '../token-requests.ts'
import type { BrokenProvider } from './broken-provider.ts'

const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer'
const grantOf = ({ form }: TokenRequest) => form.get('grant_type')
const isForExchange = ({ form }: TokenRequest) =>
  form.get('scope')?.includes('AzureADTokenExchange') === true
const isBlock = ({ control }: ShownPolicy) => control === 'block'

/** Looks at no policy where a request is like this. */
function blindTo(
  isLike: (asked: TokenRequest) => boolean,
  isSeen: (policy: ShownPolicy) => boolean = () => false,
): InProcessOptions {
  return underPolicies((policies, asked) => (isLike(asked) ? policies.filter(isSeen) : policies))
}

/** Holds policies for some against others, too. */
function extended(
  from: ShownPolicy['appliesTo'],
  appliesTo: ShownPolicy['appliesTo'],
): InProcessOptions {
  return underPolicies((policies) =>
    policies.map((policy) =>
      policy.appliesTo === from && isBlock(policy)
        ? { ...policy, appliesTo, principals: [] }
        : policy,
    ),
  )
}

/** Policies of Conditional Access that concern too few or too many. */
export const accessPoliciesMissed: readonly BrokenProvider[] = [
  {
    name: 'takes the challenge of a policy for a sign-in that satisfied it',
    breaks: ['ACCESS-POLICY-MFA'],
    options: blindTo(({ form }) => form.get('claims')?.includes('capolids') === true),
  },
  {
    name: 'takes the challenge of a policy that blocks for its fulfilment',
    breaks: ['ACCESS-POLICY-BLOCK'],
    options: blindTo(({ form }) => form.get('claims')?.includes('capolids') === true),
  },
  {
    name: 'asks no policy that demands several factors when a token is renewed',
    breaks: ['ACCESS-POLICY-MFA'],
    options: blindTo((asked) => grantOf(asked) === 'refresh_token', isBlock),
  },
  {
    name: 'asks no policy that blocks when a token is renewed',
    breaks: ['ACCESS-POLICY-BLOCK'],
    options: blindTo((asked) => grantOf(asked) === 'refresh_token'),
  },
  {
    name: 'asks no policy where an agent identity acts on behalf of a person',
    breaks: ['ACCESS-POLICY-BLOCK'],
    options: blindTo((asked) => grantOf(asked) === jwtBearer),
  },
  {
    name: 'blocks an agent identity on behalf of a person, and demands no factors of the person',
    breaks: ['ACCESS-POLICY-MFA'],
    options: blindTo((asked) => grantOf(asked) === jwtBearer, isBlock),
  },
  {
    name: 'asks no policy where an agent identity acts as itself',
    breaks: ['ACCESS-POLICY-BLOCK'],
    options: blindTo((asked) => grantOf(asked) === 'client_credentials'),
  },
  {
    name: 'asks no policy where an agent identity acts as its agent user',
    breaks: ['ACCESS-POLICY-BLOCK'],
    options: blindTo((asked) => grantOf(asked) === 'user_fic'),
  },
  {
    name: 'ignores a policy that names one agent identity',
    breaks: ['ACCESS-POLICY-BLOCK'],
    options: underPolicies((policies) =>
      policies.filter((one) => one.appliesTo !== 'agents' || one.principals.length === 0),
    ),
  },
  {
    name: 'ignores a policy at one resource',
    breaks: ['ACCESS-POLICY-SCOPE', 'ACCESS-POLICY-MFA'],
    options: underPolicies((policies) => policies.filter(({ resource }) => resource === undefined)),
  },
  {
    name: 'counts agent users among all people',
    breaks: ['ACCESS-POLICY-SCOPE'],
    options: extended('people', 'agentUsers'),
  },
  {
    name: 'counts agent identities among all people',
    breaks: ['ACCESS-POLICY-SCOPE'],
    options: extended('people', 'agents'),
  },
  {
    name: 'holds a policy for agents against the people on whose behalf they act',
    breaks: ['ACCESS-POLICY-SCOPE'],
    options: extended('agents', 'people'),
  },
  {
    name: 'holds a policy for agents against their agent users',
    breaks: ['ACCESS-POLICY-SCOPE'],
    options: extended('agents', 'agentUsers'),
  },
  {
    name: 'holds a policy for agent users against people',
    breaks: ['ACCESS-POLICY-SCOPE'],
    options: extended('agentUsers', 'people'),
  },
  {
    name: 'holds a policy for one against everybody',
    breaks: ['ACCESS-POLICY-SCOPE'],
    options: underPolicies((policies) => policies.map((one) => ({ ...one, principals: [] }))),
  },
  {
    name: 'holds a policy at one resource against every other',
    breaks: ['ACCESS-POLICY-SCOPE', 'ACCESS-POLICY-MFA'],
    options: underPolicies((policies) =>
      policies.map(({ resource: _, ...everywhere }) => everywhere),
    ),
  },
  {
    name: 'blocks T2 by a policy for agents',
    breaks: ['ACCESS-POLICY-SCOPE'],
    options: refusingUnder(
      (asked) => isForExchange(asked) && asked.form.has('client_assertion'),
      ({ appliesTo, control }) => appliesTo === 'agents' && control === 'block',
    ),
  },
  {
    name: 'blocks ordinary applications by a policy for agents',
    breaks: ['ACCESS-POLICY-SCOPE'],
    options: refusingUnder(
      ({ form }) => form.has('client_secret') && !form.has('fmi_path'),
      ({ appliesTo, control }) => appliesTo === 'agents' && control === 'block',
    ),
  },
]
