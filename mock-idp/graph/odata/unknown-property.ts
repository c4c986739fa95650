import { ODataProblem } from './problem.ts'

/** Graph's words for a property it does not know. */
export function unknownProperty(option: string, property: string, typeName: string): ODataProblem {
  const detail = `Could not find a property named '${property}' on type '${typeName}'.`
  const isFilter = option === '$filter'
  return new ODataProblem(option, isFilter ? `Invalid filter clause: ${detail}` : detail)
}
