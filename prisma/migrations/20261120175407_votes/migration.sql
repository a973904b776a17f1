-- DropIndex
DROP INDEX "TieDecision_eventId_stageId_category_rank_key";

-- AlterTable
ALTER TABLE "Stage" ADD COLUMN     "ballot" JSON,
ADD COLUMN     "keptAt" TIMESTAMPTZ(3),
ADD COLUMN     "votingEndedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "TieDecision" ADD COLUMN     "inVote" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "ResultRow" ADD COLUMN     "holds" INTEGER,
ADD COLUMN     "ins" INTEGER,
ADD COLUMN     "outs" INTEGER;

-- CreateTable
CREATE TABLE "VoteSheet" (
    "eventId" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "seatId" TEXT NOT NULL,
    "lockedAt" TIMESTAMPTZ(3) NOT NULL,
    "signature" TEXT NOT NULL,
    "sheetHash" TEXT NOT NULL,

    CONSTRAINT "VoteSheet_pkey" PRIMARY KEY ("eventId","stageId","seatId")
);

-- CreateTable
CREATE TABLE "FirstPassRow" (
    "eventId" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "rank" INTEGER,
    "ins" INTEGER NOT NULL,
    "holds" INTEGER NOT NULL,
    "outs" INTEGER NOT NULL,
    "kept" BOOLEAN NOT NULL,

    CONSTRAINT "FirstPassRow_pkey" PRIMARY KEY ("eventId","stageId","entryId")
);

-- CreateIndex
CREATE UNIQUE INDEX "TieDecision_eventId_stageId_category_inVote_rank_key" ON "TieDecision"("eventId", "stageId", "category", "inVote", "rank") WHERE ("undoneAt" is null);

-- AddForeignKey
ALTER TABLE "VoteSheet" ADD CONSTRAINT "VoteSheet_eventId_stageId_seatId_fkey" FOREIGN KEY ("eventId", "stageId", "seatId") REFERENCES "JudgeSeat"("eventId", "stageId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FirstPassRow" ADD CONSTRAINT "FirstPassRow_eventId_stageId_fkey" FOREIGN KEY ("eventId", "stageId") REFERENCES "Stage"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FirstPassRow" ADD CONSTRAINT "FirstPassRow_eventId_entryId_fkey" FOREIGN KEY ("eventId", "entryId") REFERENCES "Entry"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
