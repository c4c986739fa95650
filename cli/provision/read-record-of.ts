import {
  ProvisionError,
  type ProvisionRecord,
  privateFiles,
  readRecord,
} from '../../provision/index.ts'
import { UsageError } from '../usage-error.ts'

/** The record of an earlier run, if there is one. One that cannot be read stops the command. */
export async function readRecordOf(path: string): Promise<ProvisionRecord | undefined> {
  try {
    return await readRecord(privateFiles, path)
  } catch (error) {
    if (error instanceof ProvisionError) throw new UsageError(`${error.message}\n${error.todo}`)
    throw error
  }
}
