import { fileURLToPath } from 'node:url'

/** True where the sources run as they are; false in `dist/`. */
export const isSource = import.meta.url.endsWith('.ts')

/** The folder with `package.json`, `features/` and `dist/`. */
export const packageRoot = fileURLToPath(new URL(isSource ? '../' : '../../', import.meta.url))
