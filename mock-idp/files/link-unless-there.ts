import { constants } from 'node:fs'
import { copyFile, link } from 'node:fs/promises'
import { systemCode } from './system-code.ts'

/** Gives a file that is whole a second name, unless there is a file of that name, which stays as it is. */
export async function linkUnlessThere(temporary: string, file: string): Promise<void> {
  try {
    await link(temporary, file)
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return
    if (!withoutHardLinks.includes(systemCode(error) ?? '')) throw error
    await copyFile(temporary, file, constants.COPYFILE_EXCL).catch(ignoreExisting)
  }
}

/** What file systems without hard links (FAT, some mounts) answer; there a copy is the best there is. */
const withoutHardLinks = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV']

function ignoreExisting(error: unknown): void {
  if (systemCode(error) !== 'EEXIST') throw error
}
