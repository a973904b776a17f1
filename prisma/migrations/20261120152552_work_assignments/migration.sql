-- AlterTable
ALTER TABLE "Stage" ADD COLUMN     "judgesPerWork" INTEGER;

-- AlterTable
ALTER TABLE "JudgeSeat" ADD COLUMN     "droppedOutAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "WorkAssignment" (
    "eventId" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "seatId" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "pinned" BOOLEAN NOT NULL DEFAULT false,
    "assignedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WorkAssignment_pkey" PRIMARY KEY ("eventId","stageId","seatId","entryId")
);

-- CreateIndex
CREATE INDEX "WorkAssignment_eventId_stageId_entryId_idx" ON "WorkAssignment"("eventId", "stageId", "entryId");

-- AddForeignKey
ALTER TABLE "WorkAssignment" ADD CONSTRAINT "WorkAssignment_eventId_stageId_seatId_fkey" FOREIGN KEY ("eventId", "stageId", "seatId") REFERENCES "JudgeSeat"("eventId", "stageId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkAssignment" ADD CONSTRAINT "WorkAssignment_eventId_entryId_fkey" FOREIGN KEY ("eventId", "entryId") REFERENCES "Entry"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
