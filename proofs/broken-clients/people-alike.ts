import { also, type BrokenClient } from './broken-client.ts'
import { forPeopleByHand } from './delegated-client/index.ts'
import { type Call, claimsIn, personOf, right } from './delegated-client/parts.ts'
import { perClient } from './on-the-wire.ts'

const agentAndScope = ({ flow, tenantId, agent, scope }: Call) => [flow, tenantId, agent, scope]

/** Keeps tokens on behalf of people by what their tokens say. */
function keepsByClaim(read: (claims: ReturnType<typeof claimsIn>) => unknown) {
  return forPeopleByHand({
    nameOfToken: (call) =>
      call.flow === 'obo'
        ? JSON.stringify([...agentAndScope(call), read(claimsIn(call.assertion))])
        : right.nameOfToken(call),
    refreshes: () => false,
  })
}

const mailboxOf = (name: unknown) => String(name).split('@')[0]
const samePerson = also('a person who comes again has the same name', 'PERSON-NEW-SIGN-IN')
const generations = perClient(() => ({ person: '', count: 0 }))

/** How clients take one person for another who is called alike, or forget one over another. */
export const takingForAnother: readonly BrokenClient[] = [
  {
    name: 'keeps tokens by the name of the person',
    breaks: 'PERSON-OWN-TOKEN',
    alsoBreaks: samePerson,
    seams: keepsByClaim(({ name }) => name),
  },
  {
    name: 'keeps tokens by the mailbox of the person, without its domain',
    breaks: 'PERSON-OWN-TOKEN',
    alsoBreaks: samePerson,
    seams: keepsByClaim(({ preferred_username: name }) => mailboxOf(name)),
  },
  {
    name: 'keeps tokens of agent users by their mailbox, without its domain',
    breaks: 'PERSON-OWN-TOKEN',
    seams: forPeopleByHand({
      nameOfToken: (call) =>
        call.flow === 'agentUser' && call.user && 'upn' in call.user
          ? JSON.stringify([...agentAndScope(call), mailboxOf(call.user.upn)])
          : right.nameOfToken(call),
      refreshes: () => false,
    }),
  },
  {
    name: 'never reuses the token of an agent user',
    breaks: 'PERSON-REUSE',
    seams: forPeopleByHand({
      nameOfToken: (call) => (call.flow === 'agentUser' ? undefined : right.nameOfToken(call)),
      refreshes: ({ flow }) => flow !== 'agentUser',
    }),
  },
  {
    name: 'renews the token of an agent user with every call',
    breaks: 'PERSON-REUSE',
    seams: forPeopleByHand({
      nameOfToken: (call) => (call.flow === 'agentUser' ? undefined : right.nameOfToken(call)),
    }),
  },
  {
    name: 'keeps the token of one person at a time',
    breaks: 'PERSON-REUSE',
    seams: forPeopleByHand({
      nameOfToken: (call) => {
        const last = generations(call.setup)
        if (last.person !== personOf(call)) last.count += 1
        last.person = personOf(call)
        return `${right.nameOfToken(call)} ${last.count}`
      },
      refreshes: () => false,
    }),
  },
]
