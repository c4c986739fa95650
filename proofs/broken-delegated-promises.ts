import type { InProcessOptions } from '../engine/targets/in-process.ts'
import { changedBody } from './broken-answers.ts'
import { tokenPath } from './published-paths.ts'
import { isAgentUser, isOfUser, isOfUserForApi, isOnBehalf, nobody, said } from './token-kinds.ts'
import { assertionClaims, saidTo } from './token-requests.ts'

/** How each promise about tokens of users is broken once. */
export const brokenDelegatedPromises: Readonly<Record<string, InProcessOptions>> = {
  'TOKEN-OBO': said(isOnBehalf, () => ({ oid: nobody })),
  'TOKEN-AGENT-USER': said(isAgentUser, () => ({ xms_par_app_azp: nobody })),
  'TOKEN-SESSION': said(isOfUser, () => ({ sid: nobody })),
  'TOKEN-PAIRWISE': saidTo(
    ({ form }) => form.has('assertion'),
    (_, { form }) => ({ sub: assertionClaims(form.get('assertion')).sub }),
  ),
  'TOKEN-OBO-LIFETIME': said(isOnBehalf, ({ exp }) => ({ exp: Number(exp) + 86_400 })),
  'TOKEN-SCOPES': said(isOfUser, ({ scp }) => ({ scp: `${scp} Directory.AccessAsUser.All` })),
  'TOKEN-USER-ANSWER': changedBody(tokenPath, 200, ({ refresh_token: _, ...body }) => body),
  'TOKEN-USER-API': said(isOfUserForApi, () => ({ idtyp: 'user', xms_act_fct: '3 9 11' })),
  'TOKEN-REFRESH': saidTo(
    ({ form }) => form.get('grant_type') === 'refresh_token',
    () => ({ oid: nobody }),
  ),
}
