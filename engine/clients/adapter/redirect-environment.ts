import type { Redirect } from './redirect-type.ts'

/** Variables that hold a list of options, to which several may add. */
const lists = ['NODE_OPTIONS', 'JAVA_TOOL_OPTIONS'] as const

type Environment = Readonly<Record<string, string>>

/** The variables of a process that is led to the identity provider: those of the redirect win. */
export function withRedirect(
  own: Environment | undefined = {},
  redirect: Pick<Redirect, 'environment'> | undefined,
): Environment {
  if (!redirect) return own
  const both = { ...own, ...redirect.environment }
  const joined = lists.flatMap((name) => {
    const [mine = '', led = ''] = [own[name], redirect.environment[name]]
    // A redirect that was told of the program's own options repeats them.
    if (mine === '' || led.includes(mine)) return []
    return [[name, `${mine} ${led}`.trim()] as const]
  })
  return { ...both, ...Object.fromEntries(joined) }
}
