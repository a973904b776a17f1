-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "EntryState" AS ENUM ('draft', 'submitted', 'returned', 'accepted', 'rejected', 'withdrawn');

-- CreateEnum
CREATE TYPE "EntryOrigin" AS ENUM ('online', 'on_behalf');

-- CreateEnum
CREATE TYPE "AuthorRole" AS ENUM ('author', 'instructor');

-- CreateEnum
CREATE TYPE "FileState" AS ENUM ('receiving', 'processing', 'ready', 'refused', 'replaced');

-- CreateEnum
CREATE TYPE "StatementKind" AS ENUM ('originality', 'rights');

-- CreateEnum
CREATE TYPE "CheckDecision" AS ENUM ('accept', 'return', 'reject');

-- CreateEnum
CREATE TYPE "DuplicateKind" AS ENUM ('same_file', 'look_alike', 'same_author');

-- CreateEnum
CREATE TYPE "EventStatus" AS ENUM ('draft', 'open', 'postponed', 'cancelled');

-- CreateEnum
CREATE TYPE "AnnouncementKind" AS ENUM ('call', 'postponed', 'cancelled', 'notice', 'results', 'news');

-- CreateEnum
CREATE TYPE "StageState" AS ENUM ('upcoming', 'open', 'closed', 'published');

-- CreateEnum
CREATE TYPE "RecusalOrigin" AS ENUM ('declared', 'detected');

-- CreateEnum
CREATE TYPE "Standing" AS ENUM ('place', 'alternate', 'none');

-- CreateEnum
CREATE TYPE "NoticeChannel" AS ENUM ('email', 'sms');

-- CreateEnum
CREATE TYPE "NoticeState" AS ENUM ('queued', 'sent', 'failed');

-- CreateEnum
CREATE TYPE "ContactKind" AS ENUM ('mobile', 'email');

-- CreateEnum
CREATE TYPE "OrganisationRoleName" AS ENUM ('owner', 'organiser', 'clerk');

-- CreateEnum
CREATE TYPE "EventRoleName" AS ENUM ('organiser', 'clerk', 'judge');

-- CreateEnum
CREATE TYPE "InvitationKind" AS ENUM ('link', 'tablet');

-- CreateEnum
CREATE TYPE "ConsentKind" AS ENUM ('talent_pool', 'direct_contact');

-- CreateTable
CREATE TABLE "ContestGroup" (
    "eventId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,

    CONSTRAINT "ContestGroup_pkey" PRIMARY KEY ("eventId","id")
);

-- CreateTable
CREATE TABLE "ContestTrack" (
    "eventId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,

    CONSTRAINT "ContestTrack_pkey" PRIMARY KEY ("eventId","id")
);

-- CreateTable
CREATE TABLE "Entry" (
    "eventId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "trackId" TEXT,
    "number" TEXT,
    "code" TEXT,
    "title" TEXT NOT NULL DEFAULT '',
    "fields" JSONB NOT NULL DEFAULT '{}',
    "state" "EntryState" NOT NULL DEFAULT 'draft',
    "origin" "EntryOrigin" NOT NULL DEFAULT 'online',
    "version" INTEGER NOT NULL DEFAULT 1,
    "submittedVersion" INTEGER,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submittedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Entry_pkey" PRIMARY KEY ("eventId","id")
);

-- CreateTable
CREATE TABLE "EntryAuthor" (
    "eventId" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "role" "AuthorRole" NOT NULL,
    "position" INTEGER NOT NULL,
    "personId" TEXT,
    "name" TEXT NOT NULL,
    "nameLatin" TEXT,
    "organisation" TEXT NOT NULL DEFAULT '',
    "country" TEXT NOT NULL DEFAULT 'CN',
    "mobile" TEXT,
    "email" TEXT,

    CONSTRAINT "EntryAuthor_pkey" PRIMARY KEY ("eventId","entryId","id")
);

-- CreateTable
CREATE TABLE "EntryVersion" (
    "eventId" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "snapshot" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submittedById" TEXT NOT NULL,

    CONSTRAINT "EntryVersion_pkey" PRIMARY KEY ("eventId","entryId","version")
);

-- CreateTable
CREATE TABLE "EntryFile" (
    "eventId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "slot" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "state" "FileState" NOT NULL DEFAULT 'receiving',
    "originalName" TEXT NOT NULL,
    "mime" TEXT NOT NULL DEFAULT '',
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "sha256" TEXT NOT NULL DEFAULT '',
    "width" INTEGER,
    "height" INTEGER,
    "dpi" INTEGER,
    "pages" INTEGER,
    "perceptual" BIGINT,
    "originalKey" TEXT,
    "viewKey" TEXT,
    "thumbKey" TEXT,
    "refusal" TEXT,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "receivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EntryFile_pkey" PRIMARY KEY ("eventId","id")
);

-- CreateTable
CREATE TABLE "Statement" (
    "eventId" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" "StatementKind" NOT NULL,
    "locale" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "signedById" TEXT NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Statement_pkey" PRIMARY KEY ("eventId","entryId","id")
);

-- CreateTable
CREATE TABLE "EntryCheck" (
    "eventId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "decision" "CheckDecision" NOT NULL,
    "reasons" TEXT[],
    "note" TEXT NOT NULL DEFAULT '',
    "byId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EntryCheck_pkey" PRIMARY KEY ("eventId","id")
);

-- CreateTable
CREATE TABLE "DuplicateFlag" (
    "eventId" TEXT NOT NULL,
    "entryAId" TEXT NOT NULL,
    "entryBId" TEXT NOT NULL,
    "kind" "DuplicateKind" NOT NULL,
    "distance" INTEGER NOT NULL DEFAULT 0,
    "detail" TEXT NOT NULL DEFAULT '',
    "foundAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dismissedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DuplicateFlag_pkey" PRIMARY KEY ("eventId","entryAId","entryBId","kind")
);

-- CreateTable
CREATE TABLE "Series" (
    "slug" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Series_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" TEXT NOT NULL,
    "seriesSlug" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "parentId" TEXT,
    "status" "EventStatus" NOT NULL DEFAULT 'draft',
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "city" TEXT NOT NULL DEFAULT '',
    "timezone" TEXT NOT NULL,
    "config" JSONB NOT NULL,
    "configHash" TEXT NOT NULL,
    "configVersion" INTEGER NOT NULL DEFAULT 1,
    "startsAt" TIMESTAMPTZ(3),
    "endsAt" TIMESTAMPTZ(3),
    "opensAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3),
    "entryCounter" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventVersion" (
    "eventId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "summary" JSONB NOT NULL,
    "appliedById" TEXT,
    "appliedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EventVersion_pkey" PRIMARY KEY ("eventId","version")
);

-- CreateTable
CREATE TABLE "EventDate" (
    "eventId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EventDate_pkey" PRIMARY KEY ("eventId","key")
);

-- CreateTable
CREATE TABLE "DateChange" (
    "eventId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "oldStartsAt" TIMESTAMPTZ(3) NOT NULL,
    "oldEndsAt" TIMESTAMPTZ(3) NOT NULL,
    "newStartsAt" TIMESTAMPTZ(3),
    "newEndsAt" TIMESTAMPTZ(3),
    "reasonZh" TEXT NOT NULL DEFAULT '',
    "reasonEn" TEXT NOT NULL DEFAULT '',
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DateChange_pkey" PRIMARY KEY ("eventId","id")
);

-- CreateTable
CREATE TABLE "Announcement" (
    "eventId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" "AnnouncementKind" NOT NULL,
    "titleZh" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "bodyZh" TEXT NOT NULL DEFAULT '',
    "bodyEn" TEXT NOT NULL DEFAULT '',
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Announcement_pkey" PRIMARY KEY ("eventId","id")
);

-- CreateTable
CREATE TABLE "Stage" (
    "eventId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "state" "StageState" NOT NULL DEFAULT 'upcoming',
    "opensAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3),
    "rulebook" JSONB,
    "rulebookHash" TEXT,
    "frozenAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Stage_pkey" PRIMARY KEY ("eventId","id")
);

-- CreateTable
CREATE TABLE "Criterion" (
    "eventId" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Criterion_pkey" PRIMARY KEY ("eventId","stageId","id")
);

-- CreateTable
CREATE TABLE "JudgeSeat" (
    "eventId" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "personId" TEXT,
    "name" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "affiliation" TEXT NOT NULL DEFAULT '',
    "scoring" BOOLEAN NOT NULL DEFAULT true,
    "isChair" BOOLEAN NOT NULL DEFAULT false,
    "invitedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "acceptedAt" TIMESTAMPTZ(3),
    "declaredAt" TIMESTAMPTZ(3),
    "lockedAt" TIMESTAMPTZ(3),
    "signature" TEXT,
    "sheetHash" TEXT,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "JudgeSeat_pkey" PRIMARY KEY ("eventId","stageId","id")
);

-- CreateTable
CREATE TABLE "Mark" (
    "eventId" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "seatId" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "criterionId" TEXT NOT NULL,
    "value" DECIMAL(8,3) NOT NULL,
    "markId" UUID NOT NULL,
    "markedAt" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Mark_pkey" PRIMARY KEY ("eventId","stageId","seatId","entryId","criterionId")
);

-- CreateTable
CREATE TABLE "JudgeNote" (
    "eventId" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "seatId" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "later" BOOLEAN NOT NULL DEFAULT false,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "JudgeNote_pkey" PRIMARY KEY ("eventId","stageId","seatId","entryId")
);

-- CreateTable
CREATE TABLE "Recusal" (
    "eventId" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "seatId" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "origin" "RecusalOrigin" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Recusal_pkey" PRIMARY KEY ("eventId","stageId","seatId","entryId")
);

-- CreateTable
CREATE TABLE "ResultRow" (
    "eventId" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "rank" INTEGER,
    "total" TEXT,
    "judges" INTEGER NOT NULL,
    "standing" "Standing" NOT NULL DEFAULT 'none',

    CONSTRAINT "ResultRow_pkey" PRIMARY KEY ("eventId","stageId","entryId")
);

-- CreateTable
CREATE TABLE "LedgerRow" (
    "eventId" TEXT NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "action" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sealedSeq" INTEGER,
    "prevHash" TEXT,
    "hash" TEXT,

    CONSTRAINT "LedgerRow_pkey" PRIMARY KEY ("eventId","id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL,
    "eventId" TEXT,
    "personId" TEXT,
    "channel" "NoticeChannel" NOT NULL,
    "recipient" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT,
    "state" "NoticeState" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameLatin" TEXT,
    "pinyin" TEXT NOT NULL DEFAULT '',
    "locale" TEXT NOT NULL DEFAULT 'zh-CN',
    "country" TEXT NOT NULL DEFAULT 'CN',
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contact" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "kind" "ContactKind" NOT NULL,
    "value" TEXT NOT NULL,
    "verifiedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInCode" (
    "id" TEXT NOT NULL,
    "kind" "ContactKind" NOT NULL,
    "value" TEXT NOT NULL,
    "codeHmac" TEXT NOT NULL,
    "triesLeft" INTEGER NOT NULL DEFAULT 5,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SignInCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "device" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "strongAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "deskEventId" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Totp" (
    "personId" TEXT NOT NULL,
    "secretSealed" TEXT NOT NULL,
    "lastStep" BIGINT,
    "confirmedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Totp_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "OrganisationRole" (
    "organisationId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "role" "OrganisationRoleName" NOT NULL,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OrganisationRole_pkey" PRIMARY KEY ("organisationId","personId","role")
);

-- CreateTable
CREATE TABLE "EventRole" (
    "eventId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "role" "EventRoleName" NOT NULL,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EventRole_pkey" PRIMARY KEY ("eventId","personId","role")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "eventId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" "InvitationKind" NOT NULL DEFAULT 'link',
    "role" "EventRoleName" NOT NULL,
    "stageId" TEXT,
    "name" TEXT NOT NULL,
    "contactKind" "ContactKind",
    "contactValue" TEXT,
    "tokenHash" TEXT NOT NULL,
    "pinHmac" TEXT,
    "triesLeft" INTEGER NOT NULL DEFAULT 5,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "acceptedAt" TIMESTAMPTZ(3),
    "acceptedById" TEXT,
    "revokedAt" TIMESTAMPTZ(3),
    "seatId" TEXT,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("eventId","id")
);

-- CreateTable
CREATE TABLE "Request" (
    "actor" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "reply" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Request_pkey" PRIMARY KEY ("actor","key")
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "kind" "ConsentKind" NOT NULL,
    "eventId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TalentExport" (
    "eventId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "receiver" TEXT NOT NULL,
    "fields" TEXT[],
    "format" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    "byId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TalentExport_pkey" PRIMARY KEY ("eventId","id")
);

-- CreateTable
CREATE TABLE "Disclosure" (
    "eventId" TEXT NOT NULL,
    "exportId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,

    CONSTRAINT "Disclosure_pkey" PRIMARY KEY ("eventId","exportId","personId")
);

-- CreateIndex
CREATE INDEX "Entry_eventId_state_submittedAt_idx" ON "Entry"("eventId", "state", "submittedAt");

-- CreateIndex
CREATE INDEX "Entry_eventId_groupId_state_idx" ON "Entry"("eventId", "groupId", "state");

-- CreateIndex
CREATE INDEX "Entry_createdById_idx" ON "Entry"("createdById");

-- CreateIndex
CREATE UNIQUE INDEX "Entry_eventId_number_key" ON "Entry"("eventId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Entry_eventId_code_key" ON "Entry"("eventId", "code");

-- CreateIndex
CREATE INDEX "EntryAuthor_personId_idx" ON "EntryAuthor"("personId");

-- CreateIndex
CREATE INDEX "EntryAuthor_eventId_name_idx" ON "EntryAuthor"("eventId", "name");

-- CreateIndex
CREATE INDEX "EntryFile_eventId_entryId_slot_position_idx" ON "EntryFile"("eventId", "entryId", "slot", "position");

-- CreateIndex
CREATE INDEX "EntryFile_eventId_sha256_idx" ON "EntryFile"("eventId", "sha256");

-- CreateIndex
CREATE INDEX "EntryCheck_eventId_entryId_createdAt_idx" ON "EntryCheck"("eventId", "entryId", "createdAt");

-- CreateIndex
CREATE INDEX "DuplicateFlag_eventId_entryBId_idx" ON "DuplicateFlag"("eventId", "entryBId");

-- CreateIndex
CREATE INDEX "Event_organisationId_idx" ON "Event"("organisationId");

-- CreateIndex
CREATE INDEX "Event_parentId_idx" ON "Event"("parentId");

-- CreateIndex
CREATE INDEX "Event_status_closesAt_idx" ON "Event"("status", "closesAt");

-- CreateIndex
CREATE UNIQUE INDEX "Event_seriesSlug_edition_key" ON "Event"("seriesSlug", "edition");

-- CreateIndex
CREATE INDEX "DateChange_eventId_changedAt_idx" ON "DateChange"("eventId", "changedAt");

-- CreateIndex
CREATE INDEX "Announcement_publishedAt_idx" ON "Announcement"("publishedAt");

-- CreateIndex
CREATE INDEX "Stage_eventId_position_idx" ON "Stage"("eventId", "position");

-- CreateIndex
CREATE INDEX "JudgeSeat_personId_idx" ON "JudgeSeat"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "JudgeSeat_eventId_stageId_personId_key" ON "JudgeSeat"("eventId", "stageId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "JudgeSeat_eventId_stageId_label_key" ON "JudgeSeat"("eventId", "stageId", "label");

-- CreateIndex
CREATE INDEX "Mark_eventId_stageId_entryId_idx" ON "Mark"("eventId", "stageId", "entryId");

-- CreateIndex
CREATE INDEX "ResultRow_eventId_stageId_category_rank_idx" ON "ResultRow"("eventId", "stageId", "category", "rank");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerRow_eventId_sealedSeq_key" ON "LedgerRow"("eventId", "sealedSeq");

-- CreateIndex
CREATE INDEX "Notice_state_createdAt_idx" ON "Notice"("state", "createdAt");

-- CreateIndex
CREATE INDEX "Notice_eventId_createdAt_idx" ON "Notice"("eventId", "createdAt");

-- CreateIndex
CREATE INDEX "Notice_createdAt_idx" ON "Notice"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_slug_key" ON "Organisation"("slug");

-- CreateIndex
CREATE INDEX "Person_pinyin_idx" ON "Person"("pinyin");

-- CreateIndex
CREATE INDEX "Contact_personId_idx" ON "Contact"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Contact_kind_value_key" ON "Contact"("kind", "value");

-- CreateIndex
CREATE INDEX "SignInCode_kind_value_createdAt_idx" ON "SignInCode"("kind", "value", "createdAt");

-- CreateIndex
CREATE INDEX "Session_personId_expiresAt_idx" ON "Session"("personId", "expiresAt");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "OrganisationRole_personId_idx" ON "OrganisationRole"("personId");

-- CreateIndex
CREATE INDEX "EventRole_personId_idx" ON "EventRole"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_eventId_role_createdAt_idx" ON "Invitation"("eventId", "role", "createdAt");

-- CreateIndex
CREATE INDEX "Request_createdAt_idx" ON "Request"("createdAt");

-- CreateIndex
CREATE INDEX "Consent_eventId_kind_personId_idx" ON "Consent"("eventId", "kind", "personId");

-- CreateIndex
CREATE INDEX "Consent_personId_idx" ON "Consent"("personId");

-- CreateIndex
CREATE INDEX "TalentExport_eventId_createdAt_idx" ON "TalentExport"("eventId", "createdAt");

-- CreateIndex
CREATE INDEX "Disclosure_personId_idx" ON "Disclosure"("personId");

-- AddForeignKey
ALTER TABLE "ContestGroup" ADD CONSTRAINT "ContestGroup_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContestTrack" ADD CONSTRAINT "ContestTrack_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_eventId_groupId_fkey" FOREIGN KEY ("eventId", "groupId") REFERENCES "ContestGroup"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_eventId_trackId_fkey" FOREIGN KEY ("eventId", "trackId") REFERENCES "ContestTrack"("eventId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "EntryAuthor" ADD CONSTRAINT "EntryAuthor_eventId_entryId_fkey" FOREIGN KEY ("eventId", "entryId") REFERENCES "Entry"("eventId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EntryAuthor" ADD CONSTRAINT "EntryAuthor_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EntryVersion" ADD CONSTRAINT "EntryVersion_eventId_entryId_fkey" FOREIGN KEY ("eventId", "entryId") REFERENCES "Entry"("eventId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EntryFile" ADD CONSTRAINT "EntryFile_eventId_entryId_fkey" FOREIGN KEY ("eventId", "entryId") REFERENCES "Entry"("eventId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_eventId_entryId_fkey" FOREIGN KEY ("eventId", "entryId") REFERENCES "Entry"("eventId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EntryCheck" ADD CONSTRAINT "EntryCheck_eventId_entryId_fkey" FOREIGN KEY ("eventId", "entryId") REFERENCES "Entry"("eventId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DuplicateFlag" ADD CONSTRAINT "DuplicateFlag_eventId_entryAId_fkey" FOREIGN KEY ("eventId", "entryAId") REFERENCES "Entry"("eventId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DuplicateFlag" ADD CONSTRAINT "DuplicateFlag_eventId_entryBId_fkey" FOREIGN KEY ("eventId", "entryBId") REFERENCES "Entry"("eventId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Series" ADD CONSTRAINT "Series_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_seriesSlug_fkey" FOREIGN KEY ("seriesSlug") REFERENCES "Series"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventVersion" ADD CONSTRAINT "EventVersion_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventDate" ADD CONSTRAINT "EventDate_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DateChange" ADD CONSTRAINT "DateChange_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Announcement" ADD CONSTRAINT "Announcement_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Stage" ADD CONSTRAINT "Stage_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Criterion" ADD CONSTRAINT "Criterion_eventId_stageId_fkey" FOREIGN KEY ("eventId", "stageId") REFERENCES "Stage"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JudgeSeat" ADD CONSTRAINT "JudgeSeat_eventId_stageId_fkey" FOREIGN KEY ("eventId", "stageId") REFERENCES "Stage"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JudgeSeat" ADD CONSTRAINT "JudgeSeat_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mark" ADD CONSTRAINT "Mark_eventId_stageId_seatId_fkey" FOREIGN KEY ("eventId", "stageId", "seatId") REFERENCES "JudgeSeat"("eventId", "stageId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mark" ADD CONSTRAINT "Mark_eventId_stageId_criterionId_fkey" FOREIGN KEY ("eventId", "stageId", "criterionId") REFERENCES "Criterion"("eventId", "stageId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mark" ADD CONSTRAINT "Mark_eventId_entryId_fkey" FOREIGN KEY ("eventId", "entryId") REFERENCES "Entry"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JudgeNote" ADD CONSTRAINT "JudgeNote_eventId_stageId_seatId_fkey" FOREIGN KEY ("eventId", "stageId", "seatId") REFERENCES "JudgeSeat"("eventId", "stageId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JudgeNote" ADD CONSTRAINT "JudgeNote_eventId_entryId_fkey" FOREIGN KEY ("eventId", "entryId") REFERENCES "Entry"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recusal" ADD CONSTRAINT "Recusal_eventId_stageId_seatId_fkey" FOREIGN KEY ("eventId", "stageId", "seatId") REFERENCES "JudgeSeat"("eventId", "stageId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recusal" ADD CONSTRAINT "Recusal_eventId_entryId_fkey" FOREIGN KEY ("eventId", "entryId") REFERENCES "Entry"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResultRow" ADD CONSTRAINT "ResultRow_eventId_stageId_fkey" FOREIGN KEY ("eventId", "stageId") REFERENCES "Stage"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResultRow" ADD CONSTRAINT "ResultRow_eventId_entryId_fkey" FOREIGN KEY ("eventId", "entryId") REFERENCES "Entry"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerRow" ADD CONSTRAINT "LedgerRow_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Totp" ADD CONSTRAINT "Totp_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganisationRole" ADD CONSTRAINT "OrganisationRole_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganisationRole" ADD CONSTRAINT "OrganisationRole_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventRole" ADD CONSTRAINT "EventRole_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "EventRole" ADD CONSTRAINT "EventRole_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_acceptedById_fkey" FOREIGN KEY ("acceptedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TalentExport" ADD CONSTRAINT "TalentExport_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Disclosure" ADD CONSTRAINT "Disclosure_eventId_exportId_fkey" FOREIGN KEY ("eventId", "exportId") REFERENCES "TalentExport"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand: promises Prisma cannot express. Listed in prisma/handwritten.txt.

-- a submitted entry has its number, an accepted one its anonymous code
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_number_once_submitted" CHECK ("state" = 'draft' OR "number" IS NOT NULL);
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_code_once_accepted" CHECK ("state" <> 'accepted' OR "code" IS NOT NULL);
ALTER TABLE "EventDate" ADD CONSTRAINT "EventDate_in_order" CHECK ("startsAt" <= "endsAt");
ALTER TABLE "Stage" ADD CONSTRAINT "Stage_open_is_frozen" CHECK ("state" = 'upcoming' OR "rulebook" IS NULL OR "frozenAt" IS NOT NULL);
ALTER TABLE "SignInCode" ADD CONSTRAINT "SignInCode_tries" CHECK ("triesLeft" BETWEEN 0 AND 5);
ALTER TABLE "DuplicateFlag" ADD CONSTRAINT "DuplicateFlag_ordered" CHECK ("entryAId" < "entryBId");

-- what was submitted, signed or recorded stays as it was
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are kept as they were written', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER "EntryVersion_kept" BEFORE UPDATE ON "EntryVersion"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Statement_kept" BEFORE UPDATE ON "Statement"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "EventVersion_kept" BEFORE UPDATE OR DELETE ON "EventVersion"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- a ledger row may be sealed once and nothing else
CREATE FUNCTION seal_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'ledger rows are never deleted' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF OLD."sealedSeq" IS NOT NULL OR NEW."action" <> OLD."action" OR NEW."body" <> OLD."body"
     OR NEW."writtenAt" <> OLD."writtenAt" OR NEW."eventId" <> OLD."eventId" OR NEW."id" <> OLD."id" THEN
    RAISE EXCEPTION 'ledger rows are never changed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "LedgerRow_seal_only" BEFORE UPDATE OR DELETE ON "LedgerRow"
  FOR EACH ROW EXECUTE FUNCTION seal_only();

-- a locked sheet takes no more marks, whoever asks
CREATE FUNCTION refuse_locked_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE seat record;
BEGIN
  IF TG_OP = 'DELETE' THEN seat := OLD; ELSE seat := NEW; END IF;
  IF EXISTS (SELECT 1 FROM "JudgeSeat" s WHERE s."eventId" = seat."eventId" AND s."stageId" = seat."stageId"
             AND s."id" = seat."seatId" AND s."lockedAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'the sheet is signed and locked' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN seat;
END $$;

CREATE TRIGGER "Mark_not_on_locked_sheet" BEFORE INSERT OR UPDATE OR DELETE ON "Mark"
  FOR EACH ROW EXECUTE FUNCTION refuse_locked_sheet();
