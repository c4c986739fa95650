import { fileURLToPath } from 'node:url'

/** True when the sources run uncompiled; false in `dist/`. */
export const isSource = import.meta.url.endsWith('.ts')

/** The folder with `package.json`, `features/` and `dist/`. */
export const packageRoot = fileURLToPath(new URL(isSource ? '../' : '../../', import.meta.url))
