-- CreateEnum
CREATE TYPE "LateReason" AS ENUM ('stage_closed', 'work_revealed');

-- CreateEnum
CREATE TYPE "LateDecision" AS ENUM ('accepted', 'left');

-- CreateEnum
CREATE TYPE "MarkChangeState" AS ENUM ('asked', 'agreed', 'declined');

-- CreateEnum
CREATE TYPE "MakingAnswer" AS ENUM ('confirmed', 'withdrawn');

-- CreateEnum
CREATE TYPE "PieceKind" AS ENUM ('board', 'swatch', 'garment');

-- CreateEnum
CREATE TYPE "PieceState" AS ENUM ('expected', 'received', 'on_rack', 'on_runway', 'returned');

-- CreateTable
CREATE TABLE "LiveShow" (
    "eventId" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "seed" INTEGER NOT NULL,
    "drawnAt" TIMESTAMPTZ(3) NOT NULL,
    "hallKey" TEXT NOT NULL,
    "namesShown" BOOLEAN NOT NULL DEFAULT false,
    "calledEntryId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "LiveShow_pkey" PRIMARY KEY ("eventId","stageId")
);

-- CreateTable
CREATE TABLE "LiveTurn" (
    "eventId" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "calledAt" TIMESTAMPTZ(3),
    "revealedAt" TIMESTAMPTZ(3),

    CONSTRAINT "LiveTurn_pkey" PRIMARY KEY ("eventId","stageId","entryId")
);

-- CreateTable
CREATE TABLE "LateMark" (
    "eventId" TEXT NOT NULL,
    "markId" UUID NOT NULL,
    "stageId" TEXT NOT NULL,
    "seatId" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "criterionId" TEXT NOT NULL,
    "value" DECIMAL(8,3),
    "reason" "LateReason" NOT NULL,
    "markedAt" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decision" "LateDecision",
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "LateMark_pkey" PRIMARY KEY ("eventId","markId")
);

-- CreateTable
CREATE TABLE "MarkChange" (
    "eventId" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "seatId" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "criterionId" TEXT NOT NULL,
    "was" DECIMAL(8,3),
    "value" DECIMAL(8,3),
    "markId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "MarkChangeState" NOT NULL DEFAULT 'asked',
    "askedById" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MarkChange_pkey" PRIMARY KEY ("eventId","stageId","id")
);

-- CreateTable
CREATE TABLE "PaperSheet" (
    "eventId" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "seatId" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "first" JSONB NOT NULL,
    "firstById" TEXT NOT NULL,
    "firstAt" TIMESTAMPTZ(3) NOT NULL,
    "second" JSONB,
    "secondById" TEXT,
    "secondAt" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',
    "reconciledBy" TEXT,
    "reconciledAt" TIMESTAMPTZ(3),

    CONSTRAINT "PaperSheet_pkey" PRIMARY KEY ("eventId","stageId","seatId","entryId")
);

-- CreateTable
CREATE TABLE "Making" (
    "eventId" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "answer" "MakingAnswer" NOT NULL,
    "answeredById" TEXT NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,
    "replacedVersion" INTEGER,

    CONSTRAINT "Making_pkey" PRIMARY KEY ("eventId","stageId","entryId")
);

-- CreateTable
CREATE TABLE "Piece" (
    "eventId" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "kind" "PieceKind" NOT NULL,
    "number" INTEGER NOT NULL,
    "token" TEXT NOT NULL,
    "state" "PieceState" NOT NULL DEFAULT 'expected',
    "droppedAt" TIMESTAMPTZ(3),
    "movedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Piece_pkey" PRIMARY KEY ("eventId","stageId","entryId","kind","number")
);

-- CreateTable
CREATE TABLE "PieceMove" (
    "eventId" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "kind" "PieceKind" NOT NULL,
    "number" INTEGER NOT NULL,
    "from" "PieceState" NOT NULL,
    "to" "PieceState" NOT NULL,
    "condition" TEXT NOT NULL DEFAULT '',
    "photoKey" TEXT,
    "byId" TEXT NOT NULL,
    "movedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PieceMove_pkey" PRIMARY KEY ("eventId","stageId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "LiveShow_hallKey_key" ON "LiveShow"("hallKey");

-- CreateIndex
CREATE INDEX "LiveTurn_eventId_stageId_position_idx" ON "LiveTurn"("eventId", "stageId", "position");

-- CreateIndex
CREATE INDEX "LateMark_eventId_stageId_receivedAt_idx" ON "LateMark"("eventId", "stageId", "receivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "MarkChange_eventId_markId_key" ON "MarkChange"("eventId", "markId");

-- CreateIndex
CREATE UNIQUE INDEX "MarkChange_one_at_a_time" ON "MarkChange"("eventId", "stageId", "seatId", "entryId", "criterionId") WHERE ("state" = 'asked');

-- CreateIndex
CREATE UNIQUE INDEX "Piece_token_key" ON "Piece"("token");

-- CreateIndex
CREATE INDEX "PieceMove_eventId_stageId_entryId_kind_number_movedAt_idx" ON "PieceMove"("eventId", "stageId", "entryId", "kind", "number", "movedAt");

-- AddForeignKey
ALTER TABLE "LiveShow" ADD CONSTRAINT "LiveShow_eventId_stageId_fkey" FOREIGN KEY ("eventId", "stageId") REFERENCES "Stage"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LiveShow" ADD CONSTRAINT "LiveShow_eventId_calledEntryId_fkey" FOREIGN KEY ("eventId", "calledEntryId") REFERENCES "Entry"("eventId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "LiveTurn" ADD CONSTRAINT "LiveTurn_eventId_stageId_fkey" FOREIGN KEY ("eventId", "stageId") REFERENCES "LiveShow"("eventId", "stageId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LiveTurn" ADD CONSTRAINT "LiveTurn_eventId_entryId_fkey" FOREIGN KEY ("eventId", "entryId") REFERENCES "Entry"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LateMark" ADD CONSTRAINT "LateMark_eventId_stageId_seatId_fkey" FOREIGN KEY ("eventId", "stageId", "seatId") REFERENCES "JudgeSeat"("eventId", "stageId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LateMark" ADD CONSTRAINT "LateMark_eventId_entryId_fkey" FOREIGN KEY ("eventId", "entryId") REFERENCES "Entry"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MarkChange" ADD CONSTRAINT "MarkChange_eventId_stageId_seatId_fkey" FOREIGN KEY ("eventId", "stageId", "seatId") REFERENCES "JudgeSeat"("eventId", "stageId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MarkChange" ADD CONSTRAINT "MarkChange_eventId_entryId_fkey" FOREIGN KEY ("eventId", "entryId") REFERENCES "Entry"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperSheet" ADD CONSTRAINT "PaperSheet_eventId_stageId_seatId_fkey" FOREIGN KEY ("eventId", "stageId", "seatId") REFERENCES "JudgeSeat"("eventId", "stageId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperSheet" ADD CONSTRAINT "PaperSheet_eventId_entryId_fkey" FOREIGN KEY ("eventId", "entryId") REFERENCES "Entry"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Making" ADD CONSTRAINT "Making_eventId_stageId_fkey" FOREIGN KEY ("eventId", "stageId") REFERENCES "Stage"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Making" ADD CONSTRAINT "Making_eventId_entryId_fkey" FOREIGN KEY ("eventId", "entryId") REFERENCES "Entry"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Piece" ADD CONSTRAINT "Piece_eventId_stageId_fkey" FOREIGN KEY ("eventId", "stageId") REFERENCES "Stage"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Piece" ADD CONSTRAINT "Piece_eventId_entryId_fkey" FOREIGN KEY ("eventId", "entryId") REFERENCES "Entry"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PieceMove" ADD CONSTRAINT "PieceMove_eventId_stageId_entryId_kind_number_fkey" FOREIGN KEY ("eventId", "stageId", "entryId", "kind", "number") REFERENCES "Piece"("eventId", "stageId", "entryId", "kind", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- what Prisma cannot express: listed in prisma/handwritten.txt

ALTER TABLE "MarkChange" ADD CONSTRAINT "MarkChange_two_people" CHECK ("state" <> 'agreed' OR ("decidedById" IS NOT NULL AND "decidedById" <> "askedById"));
ALTER TABLE "PaperSheet" ADD CONSTRAINT "PaperSheet_two_people" CHECK ("secondById" IS NULL OR "secondById" <> "firstById");
ALTER TABLE "PaperSheet" ADD CONSTRAINT "PaperSheet_read_twice" CHECK ("reconciledAt" IS NULL OR "second" IS NOT NULL);

-- a signed sheet changes only by a change that two people made
CREATE OR REPLACE FUNCTION refuse_locked_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE seat record;
BEGIN
  IF TG_OP = 'DELETE' THEN seat := OLD; ELSE seat := NEW; END IF;
  IF EXISTS (SELECT 1 FROM "JudgeSeat" s WHERE s."eventId" = seat."eventId" AND s."stageId" = seat."stageId"
             AND s."id" = seat."seatId" AND s."lockedAt" IS NOT NULL)
     AND (TG_OP = 'DELETE' OR NOT EXISTS (
       SELECT 1 FROM "MarkChange" c WHERE c."eventId" = seat."eventId" AND c."stageId" = seat."stageId" AND c."seatId" = seat."seatId"
         AND c."entryId" = seat."entryId" AND c."criterionId" = seat."criterionId" AND c."markId" = seat."markId"
         AND c."value" IS NOT DISTINCT FROM seat."value" AND c."state" = 'agreed')) THEN
    RAISE EXCEPTION 'the sheet is signed and locked' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN seat;
END $$;
