import type { Localized } from '~/domain/events/localized'

interface About {
  event: Localized
  stage: Localized
  version: number
  publishedAt: Date
  rulebookHash: string
  ledger: { rows: number; head: string }
}

/** What a results package holds and how to check it, in both languages. */
export function packageReadme({ event, stage, version, publishedAt, rulebookHash, ledger }: About): string {
  const facts = [`rulebook SHA-256: ${rulebookHash}`, `ledger: ${ledger.rows} rows, head ${ledger.head}`].join('\n')
  return `# ${event.zh} · ${stage.zh} · 结果数据包

第 ${version} 版，公布于 ${publishedAt.toISOString()}。

| 文件 | 内容 |
| --- | --- |
| rulebook.yaml | 评审开始时冻结的评审办法（只投票的环节无此文件） |
| scores.csv | 每位评委对每件作品每项标准的原始分；作品以匿名编号表示（只投票的环节无此文件） |
| ballot.yaml | 投票的办法：入选几件、按什么分类（没有投票时无此文件） |
| votes.csv | 每位评委对每件作品的一票：in 入选、hold 待定、out 淘汰（没有投票时无此文件） |
| votes-chair.csv | 票数相同的作品经合议定下的次序（没有时无此文件） |
| moves.csv | 经合议移入（in）或移出（out）入选的作品（没有时无此文件） |
| entries.csv | 本版结果中的作品与类别；已退出或被取消资格的作品不在其中 |
| chair.csv | 评审长对并列作品裁定的次序（没有裁定时无此文件） |
| measurements.csv | 只记录一次的量：计时（秒）、停机、差错、读数、导入的成绩；表头 entry,criterion,item,value，item 为差错项，value 为空表示未参加（没有此类评分项时无此文件） |
| teams.csv | 每位选手所属的代表队，表头 entry,team（不计团体成绩时无此文件） |
| results.csv | 公布的名次与总分，供对照 |
| ids.csv | 匿名编号、评委代号与操作留痕中标识的对应 |
| ledger.jsonl | 操作留痕中与本环节有关的行及其哈希 |

复算：\`npm run --silent recompute -- 本文件夹\`，所得名次、总分与票数应与 results.csv 一致。

# ${event.en} · ${stage.en} · results package

Version ${version}, published ${publishedAt.toISOString()}.

| file | holds |
| --- | --- |
| rulebook.yaml | the rulebook as it was frozen when judging opened (absent where the stage only votes) |
| scores.csv | every judge’s mark for every criterion of every work, works by anonymous code (absent where the stage only votes) |
| ballot.yaml | the rules of the vote: how many are kept, in which categories (absent where there was no vote) |
| votes.csv | every judge’s vote on every work: in, hold or out (absent where there was no vote) |
| votes-chair.csv | the order a decision gave to works of equal votes (absent when there was none to give) |
| moves.csv | works that a deliberation moved in, or out (absent when there were none) |
| entries.csv | the works of this version with their category; works that withdrew or were disqualified are not in it |
| chair.csv | the order the chair gave to tied works (absent when there was none to give) |
| measurements.csv | what is recorded once for all judges: times in seconds, stops, faults, readings, imported marks; header entry,criterion,item,value; item is a fault, an empty value says it was not taken part in (absent without such criteria) |
| teams.csv | the team each entry counts for, header entry,team (absent without team results) |
| results.csv | ranks and totals as published, to compare with |
| ids.csv | which code and which judge stands behind an id in the ledger |
| ledger.jsonl | the ledger’s rows about this stage, with their hashes |

Recompute: \`npm run --silent recompute -- THIS_FOLDER\`; ranks, totals and votes have to be those of results.csv.

${facts}
`
}
