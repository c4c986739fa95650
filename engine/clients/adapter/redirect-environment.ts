import type { Redirect } from './redirect-type.ts'

/** Variables that hold a list of options, which several programs may extend. */
const lists = ['NODE_OPTIONS', 'JAVA_TOOL_OPTIONS'] as const

type Environment = Readonly<Record<string, string>>

/** Merges the environment of a redirected process. Variables of the redirect take precedence. */
export function withRedirect(
  own: Environment | undefined = {},
  redirect: Pick<Redirect, 'environment'> | undefined,
): Environment {
  if (!redirect) return own
  const both = { ...own, ...redirect.environment }
  const joined = lists.flatMap((name) => {
    const [mine = '', led = ''] = [own[name], redirect.environment[name]]
    // The redirect may repeat the program's own options.
    if (mine === '' || led.includes(mine)) return []
    return [[name, `${mine} ${led}`.trim()] as const]
  })
  return { ...both, ...Object.fromEntries(joined) }
}
