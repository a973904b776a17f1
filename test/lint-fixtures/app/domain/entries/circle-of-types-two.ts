import type { One } from '~/domain/entries/circle-of-types-one'
export interface Two { one?: One }
