import { rules } from '../../mock-idp/index.ts'
import { featureStyle } from './feature-style.ts'
import { liveScenarios } from './live-scenarios.ts'
import { readFeatures } from './read-features.ts'
import { ruleCoverage } from './rule-coverage.ts'
import { ruleMutation } from './rule-mutation.ts'

export { featuresReadme } from './features-readme.ts'

/** Everything that is wrong with the specification itself. Takes seconds: the mock is broken once for each rule. */
export async function suiteProblems(write: (text: string) => void): Promise<readonly string[]> {
  const features = readFeatures()
  const count = features.reduce((sum, { scenarios }) => sum + scenarios.length, 0)
  if (count === 0) return ['there is no scenario in features/']
  const { survivors } = await ruleMutation(write)
  return [
    ...featureStyle(features),
    ...ruleCoverage(features, rules),
    ...(await liveScenarios()),
    ...survivors.map((survivor) => `no scenario notices when it is broken: ${survivor}`),
  ]
}
