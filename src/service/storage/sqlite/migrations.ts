/**
 * How the embedded database came to its shape: one step after the other, each run once, in one transaction.
 * A step that was released is never changed; append another.
 */
export const MIGRATIONS: readonly string[] = [
  // 1: tokens, and jobs with their images.
  `
  CREATE TABLE tokens (
    token_hash TEXT PRIMARY KEY,
    access_key TEXT NOT NULL,
    created_at_ms INTEGER NOT NULL,
    expires_at_ms INTEGER NOT NULL,
    job_id TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX unspent_tokens ON tokens (expires_at_ms) WHERE job_id IS NULL;

  CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    token_hash TEXT NOT NULL,
    access_key TEXT NOT NULL,
    request TEXT NOT NULL,
    due_at_ms INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    outcome TEXT,
    finished_at_ms INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX open_jobs ON jobs (due_at_ms) WHERE outcome IS NULL;
  CREATE INDEX finished_jobs ON jobs (finished_at_ms) WHERE outcome IS NOT NULL;

  CREATE TABLE job_images (
    job_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    jpeg BLOB NOT NULL,
    PRIMARY KEY (job_id, position)
  ) STRICT;
  `,
  // 2: access keys, signatures that were used, whose check a job is, and images that the operator keeps.
  `
  CREATE TABLE access_keys (
    access_key TEXT PRIMARY KEY,
    secret_digest BLOB NOT NULL,
    label TEXT NOT NULL,
    created_at_ms INTEGER NOT NULL,
    disabled_at_ms INTEGER
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE used_signatures (
    signature_hash TEXT PRIMARY KEY,
    expires_at_ms INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX used_signatures_by_time ON used_signatures (expires_at_ms);

  ALTER TABLE tokens ADD COLUMN subject_hash TEXT;
  ALTER TABLE jobs ADD COLUMN subject_hash TEXT;
  ALTER TABLE jobs ADD COLUMN failed_check INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX failed_checks ON jobs (subject_hash, finished_at_ms) WHERE failed_check = 1;

  CREATE TABLE kept_images (
    job_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    delete_at_ms INTEGER NOT NULL,
    PRIMARY KEY (job_id, position)
  ) STRICT;
  CREATE INDEX kept_images_by_time ON kept_images (delete_at_ms);
  `,
  // 3: sessions that the service paces, and their frames until they are submitted.
  `
  CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY,
    expires_at_ms INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    state TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX sessions_by_time ON sessions (expires_at_ms);

  CREATE TABLE session_frames (
    token_hash TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    jpeg BLOB NOT NULL,
    PRIMARY KEY (token_hash, sha256)
  ) STRICT;
  `,
  // 4: the checks of one person that are not judged yet.
  `
  CREATE INDEX open_jobs_by_subject ON jobs (subject_hash) WHERE outcome IS NULL;
  `,
  // 5: frames of submitted sessions, which no other may bring again. Numbered, so that the oldest are found without counting.
  `
  CREATE TABLE remembered_frames (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    frame_hash BLOB NOT NULL UNIQUE,
    remembered_at_ms INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX remembered_frames_by_time ON remembered_frames (remembered_at_ms);
  `,
  // 6: jobs whose end is told by webhook, and what is still to be told.
  `
  ALTER TABLE jobs ADD COLUMN notifies INTEGER NOT NULL DEFAULT 0;
  CREATE TABLE notices (
    job_id TEXT PRIMARY KEY,
    finished_at_ms INTEGER NOT NULL,
    since_ms INTEGER NOT NULL,
    due_at_ms INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    fault TEXT,
    dead_at_ms INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX due_notices ON notices (due_at_ms) WHERE dead_at_ms IS NULL;
  CREATE INDEX dead_notices ON notices (dead_at_ms) WHERE dead_at_ms IS NOT NULL;
  `,
  // 7: checks by link.
  `
  CREATE TABLE check_links (
    id TEXT PRIMARY KEY,
    expires_at_ms INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    state TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX check_links_by_time ON check_links (expires_at_ms);
  ALTER TABLE tokens ADD COLUMN link_id TEXT;
  `,
  // 8: all jobs of one person, to be erased.
  `
  CREATE INDEX jobs_by_subject ON jobs (subject_hash) WHERE subject_hash IS NOT NULL;
  `,
  // 9: all links of one person, to be erased.
  `
  ALTER TABLE check_links ADD COLUMN subject_hash TEXT;
  UPDATE check_links SET subject_hash = json_extract(state, '$.subjectHash');
  CREATE INDEX check_links_by_subject ON check_links (subject_hash);
  `,
];
