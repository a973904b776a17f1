import { Prisma } from '~/generated/prisma/client'
import { DECIDING } from './stage-state'

/** Until when the event `e` of a query takes entries: its deadline, or the moment judging began if that was earlier. */
export const callEnds = Prisma.sql`case when e."closesAt" is not null then least(e."closesAt", (
  select min(s."frozenAt") from "Stage" s where s."eventId" = e."id" and s."type" in (${Prisma.join(DECIDING)}))) end`
