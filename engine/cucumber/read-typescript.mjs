/** Loaded by `cucumber.json` before the steps, so that Cucumber runs the sources as they are and never a stale build. */
import { register } from 'tsx/esm/api'

register()
