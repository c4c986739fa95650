import { AfterAll, BeforeAll } from '@cucumber/cucumber'
import { openRun } from '../../engine/run/open-run.ts'
import { hasRun } from '../../engine/scenario/current-run.ts'

let endRun: (() => Promise<void>) | undefined

/** A live tenant may take minutes until it knows its objects. */
const timeout = 300_000

/** Where `runConformance` runs the features, it has begun the run itself. Of parallel workers, each has its own. */
BeforeAll({ timeout }, async function (this: { readonly parameters: unknown }) {
  if (!hasRun()) endRun = await openRun(this.parameters)
})

AfterAll(async () => {
  await endRun?.()
})
