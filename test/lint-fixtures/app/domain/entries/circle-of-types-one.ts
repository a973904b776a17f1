// breaks: no-circle
import type { Two } from '~/domain/entries/circle-of-types-two'
export interface One { two?: Two }
