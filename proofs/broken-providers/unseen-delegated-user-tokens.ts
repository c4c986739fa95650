import type { BrokenProvider } from './broken-provider.ts'
import {
  asksOnBehalf,
  atDelegated,
  goodUserToken,
  lenient,
  numberOf,
  onceTaken,
  someAnswer,
  userToken,
  value,
} from './delegated-provider.ts'

const nowSeconds = () => Math.floor(Date.now() / 1000)
const signature = (jwt: string) => jwt.split('.')[2] ?? ''
const ofUserToken = [50013, 500131, 50027]

/** Tokens of users that are taken although they prove nothing, or something else. */
export const unseenDelegatedUserTokens: readonly BrokenProvider[] = [
  {
    name: 'a token of the user for any blueprint of the tenant is taken',
    breaks: ['OBO-ASSERTION-AUDIENCE'],
    options: lenientBlueprint(),
  },
  {
    name: 'a token of the user for the agent itself is taken',
    breaks: ['OBO-ASSERTION-AUDIENCE'],
    options: lenient(
      ofUserToken,
      (asked) => String(userToken(asked).aud).includes(value(asked, 'client_id')),
      goodUserToken,
    ),
  },
  {
    name: 'a token of the user for a custom API is taken',
    breaks: ['OBO-ASSERTION-AUDIENCE'],
    options: lenient([500131], (asked) => userToken(asked).ver === '2.0', goodUserToken),
  },
  {
    name: 'a token of the user that has expired is taken for a day',
    breaks: ['OBO-ASSERTION-TIME'],
    options: lenient(
      [500133],
      (asked) => Number(userToken(asked).exp) > nowSeconds() - 86_400,
      goodUserToken,
    ),
  },
  {
    name: 'a token of the user that was taken once is taken for good',
    breaks: ['OBO-ASSERTION-TIME'],
    options: onceTaken(500133),
  },
  {
    name: 'a token of the user that starts later is taken',
    breaks: ['OBO-ASSERTION-TIME'],
    options: lenient(
      [500133],
      (asked) => Number(userToken(asked).exp) > nowSeconds() + 60,
      goodUserToken,
    ),
  },
  {
    name: 'the signature of the token of the user is looked at only for its length',
    breaks: ['OBO-ASSERTION-SIGNATURE'],
    options: lenient(
      [50013],
      (asked) =>
        signature(value(asked, 'assertion')).length === 342 && userToken(asked).ver === '2.0',
      goodUserToken,
    ),
  },
  {
    name: 'a token of the user without a signature is taken',
    breaks: ['OBO-ASSERTION-SIGNATURE'],
    options: lenient(
      ofUserToken,
      (asked) => signature(value(asked, 'assertion')) === '',
      goodUserToken,
    ),
  },
  {
    name: 'the Graph token that an agent got for the user is taken as the token of the user',
    breaks: ['OBO-ASSERTION-GRAPH'],
    options: lenient(
      ofUserToken,
      (asked) => userToken(asked).xms_par_app_azp !== undefined,
      goodUserToken,
    ),
  },
  {
    name: 'an id_token for the blueprint is taken as the token of the user',
    breaks: ['OBO-ASSERTION-ID-TOKEN'],
    options: lenient([240002], (asked) => userToken(asked).nonce === undefined, goodUserToken),
  },
  {
    name: 'the token of an application for the blueprint is taken as that of a user',
    breaks: ['OBO-ASSERTION-USER'],
    options: lenient([7000114], asksOnBehalf, goodUserToken),
  },
  {
    name: 'the token of a user of another tenant is taken',
    breaks: ['OBO-ASSERTION-TENANT'],
    options: lenient(
      ofUserToken,
      (asked) => userToken(asked).tid !== undefined && userToken(asked).tid !== asked.tenant,
      goodUserToken,
    ),
  },
  {
    name: 'any value of requested_token_use is on_behalf_of',
    breaks: ['OBO-USE'],
    options: lenient(
      [900144],
      (asked) => asksOnBehalf(asked) && value(asked, 'requested_token_use') !== '',
      () => ({ requested_token_use: 'on_behalf_of' }),
    ),
  },
  {
    name: 'a blueprint with an assertion acts on behalf of users',
    breaks: ['OBO-BLUEPRINT'],
    options: atDelegated(async ({ asked, pass }) => {
      const answer = await pass()
      const isRefused = (await numberOf(answer)) === 82002
      return isRefused && asked.form.has('client_assertion') ? someAnswer() : answer
    }),
  },
]

/** The token of the user is for another blueprint than the parent of the agent. */
function lenientBlueprint() {
  return atDelegated(async (insider) => {
    const { asked, pass, tenant } = insider
    const answer = await pass()
    const number = await numberOf(answer)
    if (number === undefined || !ofUserToken.includes(number)) return answer
    const { blueprints } = await tenant()
    const audience = String(userToken(asked).aud).replace('api://', '')
    if (!blueprints.some(({ appId }) => appId === audience)) return answer
    const { assertion } = await goodUserToken(insider)
    const form = new URLSearchParams(asked.form)
    form.set('assertion', assertion ?? '')
    const again = await pass(form)
    return again.ok ? again : someAnswer()
  })
}
