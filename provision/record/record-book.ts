import type { PrivateFiles } from '../ports/private-files.ts'
import { ProvisionError } from '../ports/provision-error.ts'
import { formatRecord, type ProvisionRecord, parseRecord } from './record.ts'

/** A record and its file. A run changes them before it changes anything else. */
export type RecordBook = {
  readonly current: () => ProvisionRecord
  /** Returns when the change is on disk. */
  readonly change: (change: Partial<ProvisionRecord>) => Promise<void>
}

/** The record in a file; undefined when there is no such file. */
export async function readRecord(
  files: PrivateFiles,
  path: string,
): Promise<ProvisionRecord | undefined> {
  const text = await files.read(path)
  if (text === undefined) return undefined
  const record = parseRecord(text)
  if (!('problem' in record)) return record
  throw new ProvisionError(
    `${path} is not a record of agentid provision: ${record.problem}`,
    'Restore it, or name another file. Only the record says what provision made.',
  )
}

/** Keeps a record in its file. */
export function openRecordBook(
  files: PrivateFiles,
  path: string,
  opened: ProvisionRecord,
): RecordBook {
  let current = opened
  let written = ''
  return {
    current: () => current,
    change: async (change) => {
      current = { ...current, ...change }
      const text = formatRecord(current)
      if (text === written) return
      await files.replace(path, text)
      written = text
    },
  }
}
