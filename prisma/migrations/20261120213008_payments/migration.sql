-- CreateEnum
CREATE TYPE "PaymentKind" AS ENUM ('prize', 'fee');

-- CreateEnum
CREATE TYPE "PaymentState" AS ENUM ('due', 'details', 'checked', 'approved', 'paid', 'cancelled');

-- AlterEnum
ALTER TYPE "EventRoleName" ADD VALUE 'finance';

-- CreateTable
CREATE TABLE "Payment" (
    "eventId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "PaymentKind" NOT NULL,
    "stageId" TEXT NOT NULL,
    "awardId" TEXT,
    "entryId" TEXT,
    "authorId" TEXT,
    "seatId" TEXT,
    "forZh" TEXT NOT NULL,
    "forEn" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "grossMinor" BIGINT NOT NULL,
    "taxMinor" BIGINT NOT NULL,
    "netMinor" BIGINT NOT NULL,
    "taxZh" TEXT NOT NULL,
    "taxEn" TEXT NOT NULL,
    "state" "PaymentState" NOT NULL DEFAULT 'due',
    "detailsSealed" TEXT,
    "accountTail" TEXT,
    "detailsAt" TIMESTAMPTZ(3),
    "checkedById" TEXT,
    "checkedAt" TIMESTAMPTZ(3),
    "approvedById" TEXT,
    "approvedAt" TIMESTAMPTZ(3),
    "paidOn" TEXT,
    "reference" TEXT,
    "paidById" TEXT,
    "paidAt" TIMESTAMPTZ(3),
    "returnReason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lapsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Payment_pkey" PRIMARY KEY ("eventId","id")
);

-- CreateTable
CREATE TABLE "PrizeSharing" (
    "eventId" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "weights" JSONB NOT NULL,
    "agreed" TEXT[],
    "byOrganiser" BOOLEAN NOT NULL,
    "proposedById" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "inForceAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PrizeSharing_pkey" PRIMARY KEY ("eventId","entryId","id")
);

-- CreateTable
CREATE TABLE "PaymentExport" (
    "eventId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "receiver" TEXT NOT NULL,
    "payments" INTEGER NOT NULL,
    "byId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PaymentExport_pkey" PRIMARY KEY ("eventId","id")
);

-- CreateIndex
CREATE INDEX "Payment_eventId_entryId_idx" ON "Payment"("eventId", "entryId");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_eventId_key_key" ON "Payment"("eventId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "PrizeSharing_eventId_entryId_key" ON "PrizeSharing"("eventId", "entryId") WHERE ("endedAt" is null and "inForceAt" is not null);

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_eventId_entryId_authorId_fkey" FOREIGN KEY ("eventId", "entryId", "authorId") REFERENCES "EntryAuthor"("eventId", "entryId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_eventId_stageId_seatId_fkey" FOREIGN KEY ("eventId", "stageId", "seatId") REFERENCES "JudgeSeat"("eventId", "stageId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PrizeSharing" ADD CONSTRAINT "PrizeSharing_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentExport" ADD CONSTRAINT "PaymentExport_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- nothing is lost between what is paid out and what is paid in tax; two people stand behind every payment
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_sums" CHECK ("netMinor" + "taxMinor" = "grossMinor" AND "netMinor" >= 0 AND "taxMinor" >= 0);
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_two_people" CHECK (
    ("state" NOT IN ('approved', 'paid') OR ("checkedById" IS NOT NULL AND "approvedById" IS NOT NULL AND "checkedById" <> "approvedById"))
    AND ("state" <> 'paid' OR ("paidOn" IS NOT NULL AND "paidById" IS NOT NULL)));
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_details_sealed" CHECK ("state" IN ('due', 'cancelled') OR "detailsSealed" IS NOT NULL);
