-- CreateEnum
CREATE TYPE "MotionKind" AS ENUM ('tie', 'in', 'out', 'award');

-- CreateEnum
CREATE TYPE "MotionChoice" AS ENUM ('yes', 'no', 'abstain');

-- AlterTable
ALTER TABLE "Recusal" ADD COLUMN     "atDesk" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "TieDecision" ADD COLUMN     "motionId" TEXT;

-- CreateTable
CREATE TABLE "Motion" (
    "eventId" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" "MotionKind" NOT NULL,
    "inVote" BOOLEAN NOT NULL DEFAULT false,
    "category" TEXT NOT NULL DEFAULT '',
    "rank" INTEGER,
    "awardId" TEXT,
    "entryIds" TEXT[],
    "text" TEXT NOT NULL,
    "seatId" TEXT NOT NULL,
    "openedById" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "passed" BOOLEAN,
    "conclusion" TEXT NOT NULL DEFAULT '',
    "chairSeatId" TEXT,
    "concludedById" TEXT,
    "concludedAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),
    "undoneById" TEXT,

    CONSTRAINT "Motion_pkey" PRIMARY KEY ("eventId","stageId","id")
);

-- CreateTable
CREATE TABLE "MotionVote" (
    "eventId" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "motionId" TEXT NOT NULL,
    "seatId" TEXT NOT NULL,
    "choice" "MotionChoice" NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "votedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MotionVote_pkey" PRIMARY KEY ("eventId","stageId","motionId","seatId")
);

-- CreateTable
CREATE TABLE "Nomination" (
    "eventId" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "seatId" TEXT NOT NULL,
    "awardId" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "nominatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Nomination_pkey" PRIMARY KEY ("eventId","stageId","seatId","awardId","entryId")
);

-- CreateTable
CREATE TABLE "RecusalLift" (
    "eventId" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "seatId" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "origin" "RecusalOrigin" NOT NULL,
    "reason" TEXT NOT NULL,
    "chairSeatId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "liftedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RecusalLift_pkey" PRIMARY KEY ("eventId","stageId","id")
);

-- CreateIndex
CREATE INDEX "Nomination_eventId_stageId_awardId_idx" ON "Nomination"("eventId", "stageId", "awardId");

-- CreateIndex
CREATE INDEX "RecusalLift_eventId_stageId_seatId_idx" ON "RecusalLift"("eventId", "stageId", "seatId");

-- AddForeignKey
ALTER TABLE "Motion" ADD CONSTRAINT "Motion_eventId_stageId_seatId_fkey" FOREIGN KEY ("eventId", "stageId", "seatId") REFERENCES "JudgeSeat"("eventId", "stageId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MotionVote" ADD CONSTRAINT "MotionVote_eventId_stageId_motionId_fkey" FOREIGN KEY ("eventId", "stageId", "motionId") REFERENCES "Motion"("eventId", "stageId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MotionVote" ADD CONSTRAINT "MotionVote_eventId_stageId_seatId_fkey" FOREIGN KEY ("eventId", "stageId", "seatId") REFERENCES "JudgeSeat"("eventId", "stageId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nomination" ADD CONSTRAINT "Nomination_eventId_stageId_seatId_fkey" FOREIGN KEY ("eventId", "stageId", "seatId") REFERENCES "JudgeSeat"("eventId", "stageId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nomination" ADD CONSTRAINT "Nomination_eventId_entryId_fkey" FOREIGN KEY ("eventId", "entryId") REFERENCES "Entry"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecusalLift" ADD CONSTRAINT "RecusalLift_eventId_stageId_seatId_fkey" FOREIGN KEY ("eventId", "stageId", "seatId") REFERENCES "JudgeSeat"("eventId", "stageId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecusalLift" ADD CONSTRAINT "RecusalLift_eventId_entryId_fkey" FOREIGN KEY ("eventId", "entryId") REFERENCES "Entry"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
