import { also, type BrokenClient } from './broken-client.ts'
import { forPeopleByHand } from './delegated-client/index.ts'
import { type Call, claimsIn, personOf, right } from './delegated-client/parts.ts'

/** Keeps tokens of one flow under a name in which the scope is not whole. */
function keepsByPartOfScope(flow: Call['flow'], part: (scope: string) => string) {
  return forPeopleByHand({
    nameOfToken: (call) =>
      call.flow === flow
        ? JSON.stringify([flow, call.tenantId, call.agent, personOf(call), part(call.scope)])
        : right.nameOfToken(call),
  })
}

const resourceOf = (scope: string) => scope.slice(0, scope.lastIndexOf('/'))
const firstOf = (scope: string) => scope.split(' ')[0] ?? ''

const handedOut = also('the token of somebody else is handed out', 'RECIPIENT-OWN-TOKEN')

/** How clients serve a token that carries too little, or is about somebody else, and must not. */
export const servingTooLittle: readonly BrokenClient[] = [
  {
    name: 'keeps the tokens of people by resource, whatever permission was asked for',
    breaks: 'PERSON-PERMISSIONS',
    seams: keepsByPartOfScope('obo', resourceOf),
  },
  {
    name: 'keeps the tokens of agent users by resource, whatever permission was asked for',
    breaks: 'PERSON-PERMISSIONS',
    seams: keepsByPartOfScope('agentUser', resourceOf),
  },
  {
    name: 'keeps the tokens of people by the first of several scopes',
    breaks: 'PERSON-PERMISSIONS',
    seams: keepsByPartOfScope('obo', firstOf),
  },
  {
    name: 'asks for the first of several permissions only',
    breaks: 'PERSON-PERMISSIONS',
    alsoBreaks: also('the request lacks a scope', 'LEG-WHOLE-SCOPE', 'LEG-SCOPE'),
    seams: forPeopleByHand({
      letter: ({ leg, form, call }) => {
        if (leg === 'obo') form.set('scope', `${firstOf(call.scope)} offline_access`)
      },
    }),
  },
  {
    name: 'leaves out all but the first scope of an exchange, and keeps by all of them',
    breaks: 'LEG-WHOLE-SCOPE',
    alsoBreaks: also('the token carries less', 'PERSON-PERMISSIONS', 'LEG-SCOPE'),
    seams: forPeopleByHand({
      letter: ({ leg, form }) => {
        if (leg === 'obo') form.set('scope', firstOf(form.get('scope') ?? ''))
      },
    }),
  },
  {
    name: 'asks for the default scope, whatever permission was asked for',
    breaks: 'LEG-SCOPE',
    seenBy: 'PERSON-PERMISSIONS',
    seams: forPeopleByHand({
      letter: ({ leg, form, call }) => {
        if (leg !== 'obo') return
        form.set('scope', `${resourceOf(firstOf(call.scope))}/.default offline_access`)
      },
    }),
  },
  {
    name: 'keeps the tokens of agent users without the resource',
    breaks: 'RECIPIENT-OWN-TOKEN',
    seams: forPeopleByHand({
      nameOfToken: (call) =>
        call.flow === 'agentUser'
          ? JSON.stringify([call.tenantId, call.agent, personOf(call)])
          : right.nameOfToken(call),
    }),
  },
  {
    name: 'hands out whatever token of a person came',
    breaks: 'RECIPIENT-WRONG-PERSON',
    alsoBreaks: handedOut,
    seams: forPeopleByHand({ checks: () => true }),
  },
  {
    name: 'compares agent identities, and not whom a token is about',
    breaks: 'RECIPIENT-WRONG-PERSON',
    alsoBreaks: handedOut,
    seams: forPeopleByHand({ checks: (token, { agent }) => claimsIn(token).appid === agent }),
  },
  {
    name: 'takes a token without a person for that of a person',
    breaks: 'RECIPIENT-WRONG-PERSON',
    alsoBreaks: handedOut,
    seams: forPeopleByHand({
      checks: (token, call) => claimsIn(token).idtyp === 'app' || right.checks(token, call),
    }),
  },
]
