import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { z } from 'zod'
import { EvidenceError, reasonOf } from '../evidence-error.ts'
import { type EvidenceIndex, type EvidenceSet, indexSchema, scenarioSchema } from '../format.ts'

export const indexFile = 'index.json'

/**
 * Reads a folder that `saveEvidence` wrote.
 * @throws {EvidenceError}
 */
export async function readEvidence(folder: string): Promise<EvidenceSet> {
  const path = resolve(folder)
  const index = await readIndex(path)
  const scenarios = await Promise.all(
    index.scenarios.map(async ({ file, title }) => {
      mustStayInside(file, path)
      const scenario = await readAs(scenarioSchema, join(path, file))
      if (scenario.title === title) return scenario
      throw new EvidenceError(
        `${join(path, file)} belongs to a different scenario than the index says`,
      )
    }),
  )
  return { index, scenarios }
}

export function readIndex(folder: string): Promise<EvidenceIndex> {
  return readAs(indexSchema, join(folder, indexFile))
}

function mustStayInside(file: string, folder: string): void {
  if (/^scenarios\/[\w-]+(\/[\w-]+)*\.json$/.test(file)) return
  throw new EvidenceError(`${join(folder, indexFile)} names a file outside the folder of evidence`)
}

async function readAs<Content>(schema: z.ZodType<Content>, file: string): Promise<Content> {
  const content = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new EvidenceError(
      `cannot read ${file}: ${reasonOf(error)}; create a folder of evidence with 'agentid conformance --save-evidence DIR'`,
    )
  })
  const parsed = schema.safeParse(parseJson(content, file))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = issue?.path.join('.') || 'the whole'
  throw new EvidenceError(
    `${file} is not valid evidence for this version: ${where}: ${issue?.message}`,
  )
}

function parseJson(content: string, file: string): unknown {
  try {
    return JSON.parse(content)
  } catch (error) {
    throw new EvidenceError(`${file} is not JSON: ${reasonOf(error)}`)
  }
}
