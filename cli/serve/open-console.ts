import type { OpenConsole } from '../../mock-idp/node.ts'

/** Loads the page for people, and the words of `agentid explain`, when somebody opens it. */
export const openConsole: OpenConsole = async (mock) => {
  const [{ createConsole }, { explainer }] = await Promise.all([
    import('../../console/index.ts'),
    import('../explain/explainer.ts'),
  ])
  return createConsole({ ...mock, explainer, now: Date.now })
}
