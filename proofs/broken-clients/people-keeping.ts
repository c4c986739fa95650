import { also, type BrokenClient } from './broken-client.ts'
import { forPeopleByHand } from './delegated-client/index.ts'
import { type Call, claimsIn, personOf, right } from './delegated-client/parts.ts'

/** Keeps tokens under a name of its own. */
function keepsBy(nameOfToken: (call: Call) => string | undefined) {
  return forPeopleByHand({ nameOfToken, refreshes: () => false })
}

const all = ({ flow, tenantId, agent, scope }: Call) =>
  JSON.stringify([flow, tenantId, agent, scope])
const onlyFor = (flow: Call['flow'], name: (call: Call) => string) => (call: Call) =>
  call.flow === flow ? name(call) : right.nameOfToken(call)

const sameName = also('people who come again meet the same fault', 'PERSON-NEW-SIGN-IN')
const atOnce = also('people who come at once meet the same fault', 'PERSON-CONCURRENT')

/** How clients keep the tokens of people, and must not. */
export const confusingPeople: readonly BrokenClient[] = [
  {
    name: 'keeps tokens on behalf of people without the person',
    breaks: 'PERSON-OWN-TOKEN',
    alsoBreaks: [...sameName, ...atOnce],
    seams: keepsBy(onlyFor('obo', all)),
  },
  {
    name: 'keeps tokens of agent users without the user',
    breaks: 'PERSON-OWN-TOKEN',
    seams: keepsBy(onlyFor('agentUser', all)),
  },
  {
    name: 'keeps tokens by the first letters of the token of the person',
    breaks: 'PERSON-OWN-TOKEN',
    alsoBreaks: sameName,
    seams: keepsBy((call) => `${all(call)} ${personOf(call).slice(0, 40)}`),
  },
  {
    name: 'keeps tokens by the application that the person came through',
    breaks: 'PERSON-OWN-TOKEN',
    alsoBreaks: sameName,
    seams: keepsBy(
      onlyFor('obo', (call) => `${all(call)} ${String(claimsIn(call.assertion).azp)}`),
    ),
  },
  {
    name: 'keeps tokens by how long the token of the person is',
    breaks: 'PERSON-OWN-TOKEN',
    alsoBreaks: sameName,
    seams: keepsBy((call) => `${all(call)} ${Math.round(personOf(call).length / 64)}`),
  },
  {
    name: 'keeps the tokens of people and of agent users under one name',
    breaks: 'PERSON-OWN-TOKEN',
    alsoBreaks: sameName,
    seams: keepsBy(({ tenantId, agent, scope }) => `${tenantId} ${agent} ${scope}`),
  },
  {
    name: 'keeps the last token only, whoever it is about',
    breaks: 'PERSON-OWN-TOKEN',
    alsoBreaks: [...sameName, ...also('nor whose it is', 'RECIPIENT-OWN-TOKEN')],
    seams: keepsBy(() => 'last'),
  },
  {
    name: 'hands out the token of another person where one has not consented',
    breaks: 'PERSON-OWN-TOKEN',
    alsoBreaks: also(
      'nobody learns of the refusal',
      ...['FAILURE-CONSENT', 'PERSON-UNUSABLE', 'PERSON-STALE'],
    ),
    seams: forPeopleByHand({
      tell: (error, { agent }, kept) => {
        const other = [...kept].find(([name]) => name.startsWith('["obo"') && name.includes(agent))
        return error.status === 400 && other ? { token: other[1].token } : { error }
      },
    }),
  },
  {
    name: 'keeps tokens of people without the agent identity',
    breaks: 'RECIPIENT-OWN-TOKEN',
    seams: keepsBy((call) => `${call.tenantId} ${call.scope} ${personOf(call)}`),
  },
  {
    name: 'keeps tokens of people without the resource',
    breaks: 'RECIPIENT-OWN-TOKEN',
    seams: keepsBy((call) => `${call.tenantId} ${call.agent} ${personOf(call)}`),
  },
  {
    name: 'keeps the tokens of a person, however often the person signs in',
    breaks: 'PERSON-NEW-SIGN-IN',
    alsoBreaks: also('a stranger is taken for the person', 'PERSON-UNUSABLE'),
    seams: keepsBy(
      onlyFor('obo', (call) => `${all(call)} ${String(claimsIn(call.assertion).oid)}`),
    ),
  },
  {
    name: 'takes a stranger for the person whom the token names',
    breaks: 'PERSON-UNUSABLE',
    alsoBreaks: sameName,
    seams: keepsBy(
      onlyFor(
        'obo',
        (call) =>
          `${all(call)} ${String(claimsIn(call.assertion).upn ?? claimsIn(call.assertion).preferred_username)}`,
      ),
    ),
  },
  {
    name: 'keeps no token of a person',
    breaks: 'PERSON-REUSE',
    seams: keepsBy(() => undefined),
  },
  {
    name: 'lets simultaneous callers share a request, whoever they are',
    breaks: 'PERSON-CONCURRENT',
    alsoBreaks: also('one of them gets the token of the other', 'PERSON-OWN-TOKEN'),
    seams: forPeopleByHand({ nameOfFlight: all }),
  },
  {
    name: 'lets the users of two agent identities share a request',
    breaks: 'PERSON-CONCURRENT',
    alsoBreaks: also(
      'one of them gets the token of the other',
      'PERSON-OWN-TOKEN',
      'RECIPIENT-OWN-TOKEN',
    ),
    seams: forPeopleByHand({
      nameOfFlight: (call) =>
        call.flow === 'agentUser' ? `user ${call.scope}` : right.nameOfFlight(call),
    }),
  },
  {
    name: 'makes everybody wait when one person has to',
    breaks: 'PERSON-THROTTLED',
    seams: forPeopleByHand({ nameOfPause: (call) => call.agent }),
  },
  {
    name: 'makes every agent user wait when one has to',
    breaks: 'PERSON-THROTTLED',
    seams: forPeopleByHand({
      nameOfPause: (call, leg) =>
        leg === 'agentUser' ? 'agent users' : right.nameOfPause(call, leg),
    }),
  },
]
