import { messages } from './messages'
import { migrations } from './migrations'
import { deadCode, layers, lint, types } from './tools'

/** The whole gate short of the tests; the long ones first, so that two at a time end together. */
export const gate = [lint, messages, types, migrations, layers, deadCode]
