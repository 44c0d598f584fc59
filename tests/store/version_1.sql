-- A database of table version 1, as kg wrote it: the four articles of tests/graph/world.py.
BEGIN;
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE run (
        n INTEGER PRIMARY KEY, model TEXT NOT NULL, model_hash TEXT NOT NULL, extractor INTEGER NOT NULL,
        options TEXT NOT NULL, UNIQUE (model, model_hash, extractor, options));
CREATE TABLE article (
        n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, source TEXT NOT NULL, record INTEGER NOT NULL,
        title TEXT, url TEXT, outlet TEXT, published TEXT, text_sha256 TEXT NOT NULL,
        fingerprint TEXT NOT NULL, body TEXT NOT NULL, meta TEXT NOT NULL,
        run INTEGER NOT NULL, text TEXT NOT NULL);
CREATE INDEX article_source ON article (source);
CREATE INDEX article_url ON article (url) WHERE url IS NOT NULL;
CREATE TABLE mention (
        n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, article INTEGER NOT NULL, start INTEGER NOT NULL,
        end INTEGER NOT NULL, name TEXT NOT NULL, type TEXT, kind TEXT NOT NULL, antecedent INTEGER,
        origin TEXT NOT NULL, confidence REAL NOT NULL, referent INTEGER);
CREATE INDEX mention_article ON mention (article);
CREATE INDEX mention_referent ON mention (referent) WHERE referent IS NOT NULL;
CREATE TABLE claim (
        n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, article INTEGER NOT NULL, mode TEXT NOT NULL,
        speaker INTEGER, speaker_by TEXT NOT NULL, cue_start INTEGER, cue_end INTEGER, cue TEXT,
        content TEXT NOT NULL, negated INTEGER NOT NULL, hedged INTEGER NOT NULL, said_on TEXT,
        origin TEXT NOT NULL, confidence REAL NOT NULL);
CREATE INDEX claim_article ON claim (article);
CREATE INDEX claim_speaker ON claim (speaker) WHERE speaker IS NOT NULL;
CREATE TABLE link (
        claim INTEGER NOT NULL, role INTEGER NOT NULL, place INTEGER NOT NULL, mention INTEGER NOT NULL,
        PRIMARY KEY (claim, role, place)) WITHOUT ROWID;
CREATE INDEX link_mention ON link (mention);
CREATE TABLE relation (
        n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, article INTEGER NOT NULL, type TEXT NOT NULL,
        subject INTEGER NOT NULL, object INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
        evidence TEXT NOT NULL, claim INTEGER, title TEXT, amount TEXT, date TEXT, status TEXT NOT NULL,
        origin TEXT NOT NULL, confidence REAL NOT NULL);
CREATE INDEX relation_article ON relation (article);
CREATE INDEX relation_subject ON relation (subject);
CREATE INDEX relation_object ON relation (object);
CREATE TABLE referent (
        n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, article INTEGER NOT NULL, entity INTEGER NOT NULL);
CREATE INDEX referent_article ON referent (article);
CREATE INDEX referent_entity ON referent (entity, id);
CREATE TABLE entity (
        n INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, id BLOB UNIQUE, type TEXT, name TEXT);
CREATE TABLE tally (
        entity INTEGER NOT NULL, part INTEGER NOT NULL, value TEXT NOT NULL, count INTEGER NOT NULL,
        PRIMARY KEY (entity, part, value)) WITHOUT ROWID;
CREATE TABLE alias (
        key TEXT NOT NULL, entity INTEGER NOT NULL, PRIMARY KEY (key, entity)) WITHOUT ROWID;
CREATE INDEX alias_entity ON alias (entity);
CREATE VIRTUAL TABLE words USING fts5 (grams, content='', detail=none, columnsize=0, tokenize='ascii');
INSERT INTO setting VALUES ('known', 'ea8f252f75479f9c222cbe60bebfb53f');
INSERT INTO run VALUES (1, 'test', '0', 1, '');
INSERT INTO article VALUES (1, X'9d5f675ead2cc937ad6692666cb5b834', '甲报/0413.txt', 1, '青禾科技发布大模型', NULL, '甲报', '2024-04-13', 'e71240ab5c428f6d4b9e8f09f23f941ae8bcf69d78b302fdae76b9ba80ee2c2b', '1f79d260199bf96d', '[[0,54]]', '{}', 1, '张三表示，青禾科技的“禾苗”大模型还不成熟。他还说，明年会更好。青禾科技首席执行官李四回应称，产品已经可用。');
INSERT INTO article VALUES (2, X'060d575c7df518fa755aa03fb4abb63c', '乙报/0502.txt', 1, '冷静看禾苗', NULL, '乙报', '2024-05-03', 'cfc41d0d845a4c46efdb6edd9e2c7facc0d51b9374eca8cf4ad664612b6f9b8e', '2520d24a19043c29', '[[0,33]]', '{}', 1, '王五认为，禾苗还要三年才能成熟。' || char(10) || '青禾科技由王五在2019年创办。');
INSERT INTO article VALUES (3, X'80ff304e4c55386d2bc19dcccc94421f', '传闻.txt', 1, NULL, NULL, NULL, NULL, 'd845ccf8b965e28bc802e951c746ee9194a428f82b444fc4756f10ed3260ad79', '358256cadbbc047c', '[[0,18]]', '{}', 1, '知情人士称，“禾苗”将在年底前停售。');
INSERT INTO article VALUES (4, X'd8406794a80ade2972e49eeaecd64944', '丙报/0414.txt', 1, '青禾科技发布大模型', NULL, '丙报', '2024-04-14', 'f22c9e15b9a5a70f5c42d75d8a1532509ebfc2c1d219fc669c0d60a884090bec', '1f79d260181b7869', '[[0,58]]', '{}', 1, '本报讯' || char(10) || '张三表示，青禾科技的“禾苗”大模型还不成熟。他还说，明年会更好。青禾科技首席执行官李四回应称，产品已经可用。');
INSERT INTO mention VALUES (1, X'adb90e32b7f2c8446c64ae47a420b492', 1, 0, 2, '张三', 'person', 'name', NULL, 'test', 0.9, 1);
INSERT INTO mention VALUES (2, X'9fbe02a6753e62af112cf4cfa217a0e2', 1, 5, 9, '青禾科技', 'company', 'name', NULL, 'test', 0.9, 2);
INSERT INTO mention VALUES (3, X'c516a79e97e1a00458f448ab0db8b257', 1, 11, 13, '禾苗', 'product', 'name', NULL, 'test', 0.9, 3);
INSERT INTO mention VALUES (4, X'4dee0e821d0bb2076652fb2a9903b87f', 1, 22, 23, '他', NULL, 'pronoun', 1, 'test', 0.9, 1);
INSERT INTO mention VALUES (5, X'2a5dfc40c0d92966a97975c63d912d0c', 1, 32, 36, '青禾科技', 'company', 'name', NULL, 'test', 0.9, 2);
INSERT INTO mention VALUES (6, X'2f618850b1858cf4577390a6db1c545c', 1, 36, 41, '首席执行官', 'position', 'name', NULL, 'test', 0.9, NULL);
INSERT INTO mention VALUES (7, X'712926a5d81ff5ce0141467e297833ca', 1, 41, 43, '李四', 'person', 'name', NULL, 'test', 0.9, 4);
INSERT INTO mention VALUES (8, X'958ea5648c7fca131c5ae73e653e8e05', 2, 0, 2, '王五', 'person', 'name', NULL, 'test', 0.9, 5);
INSERT INTO mention VALUES (9, X'4163272af871aca4dbc1e989b0d8a888', 2, 5, 7, '禾苗', 'product', 'name', NULL, 'test', 0.9, 6);
INSERT INTO mention VALUES (10, X'38ee1ef53e6f563e675026b94a77b8ec', 2, 17, 21, '青禾科技', 'company', 'name', NULL, 'test', 0.9, 7);
INSERT INTO mention VALUES (11, X'4d486eeb7ef62657d6eef39a2ec11fc0', 2, 22, 24, '王五', 'person', 'name', NULL, 'test', 0.9, 5);
INSERT INTO mention VALUES (12, X'0453434b2d003bfc1ab6d4ff787b2b68', 3, 0, 4, '知情人士', NULL, 'unnamed', NULL, 'test', 0.9, 8);
INSERT INTO mention VALUES (13, X'98308e24fcea95dd81a9d66ff15ec539', 3, 7, 9, '禾苗', 'product', 'name', NULL, 'test', 0.9, 9);
INSERT INTO mention VALUES (14, X'9f2b622e53744a2bcf4fc4738fb950cc', 4, 4, 6, '张三', 'person', 'name', NULL, 'test', 0.9, 10);
INSERT INTO mention VALUES (15, X'4db08c4d334812b17f56bfe650c0193f', 4, 9, 13, '青禾科技', 'company', 'name', NULL, 'test', 0.9, 11);
INSERT INTO mention VALUES (16, X'ee59e6e9a216da9acf7ffdf20e67133e', 4, 15, 17, '禾苗', 'product', 'name', NULL, 'test', 0.9, 12);
INSERT INTO mention VALUES (17, X'36d2608b8cb7f1318dc94c2a198d1f55', 4, 26, 27, '他', NULL, 'pronoun', 14, 'test', 0.9, 10);
INSERT INTO mention VALUES (18, X'a72179e61435935cc13cd8b115a37b99', 4, 36, 40, '青禾科技', 'company', 'name', NULL, 'test', 0.9, 11);
INSERT INTO mention VALUES (19, X'ff8084219dd461c926e2ffbe54dcba50', 4, 40, 45, '首席执行官', 'position', 'name', NULL, 'test', 0.9, NULL);
INSERT INTO mention VALUES (20, X'48b7db126a5f2550a5a01db70fa729d3', 4, 45, 47, '李四', 'person', 'name', NULL, 'test', 0.9, 13);
INSERT INTO claim VALUES (1, X'd0912ad43240bfbc8649071f1f09d077', 1, 'indirect', 1, 'test', 2, 4, '表示', '[[5,21,"青禾科技的“禾苗”大模型还不成熟"]]', 1, 0, NULL, 'test', 0.8);
INSERT INTO claim VALUES (2, X'704c316abae3a5ac455ecad155414859', 1, 'indirect', 4, 'test', 24, 25, '说', '[[26,31,"明年会更好"]]', 0, 1, NULL, 'test', 0.8);
INSERT INTO claim VALUES (3, X'8efd263b92ee2b7cc3725727abf3112c', 1, 'indirect', 7, 'test', 43, 46, '回应称', '[[47,53,"产品已经可用"]]', 0, 0, NULL, 'test', 0.8);
INSERT INTO claim VALUES (4, X'173054e75171f9edc9f9bd1e99359c34', 2, 'indirect', 8, 'test', 2, 4, '认为', '[[5,15,"禾苗还要三年才能成熟"]]', 0, 0, '2024-05-02', 'test', 0.8);
INSERT INTO claim VALUES (5, X'b555653a9c2f14f10db4ef53a5f8f7bc', 3, 'direct', 12, 'test', 4, 5, '称', '[[6,17,"“禾苗”将在年底前停售"]]', 0, 0, NULL, 'test', 0.3);
INSERT INTO claim VALUES (6, X'33af2ad43fffe2903bef6bd1e361826b', 4, 'indirect', 14, 'test', 6, 8, '表示', '[[9,25,"青禾科技的“禾苗”大模型还不成熟"]]', 1, 0, NULL, 'test', 0.8);
INSERT INTO claim VALUES (7, X'e8360a9cda66e84a324cab0051dab079', 4, 'indirect', 17, 'test', 28, 29, '说', '[[30,35,"明年会更好"]]', 0, 1, NULL, 'test', 0.8);
INSERT INTO claim VALUES (8, X'2948c42e9c87d9e762a7c8b01c8b24cd', 4, 'indirect', 20, 'test', 47, 50, '回应称', '[[51,57,"产品已经可用"]]', 0, 0, NULL, 'test', 0.8);
INSERT INTO link VALUES (1, 0, 0, 2);
INSERT INTO link VALUES (1, 0, 1, 3);
INSERT INTO link VALUES (2, 1, 0, 3);
INSERT INTO link VALUES (3, 1, 0, 3);
INSERT INTO link VALUES (4, 0, 0, 9);
INSERT INTO link VALUES (5, 0, 0, 13);
INSERT INTO link VALUES (6, 0, 0, 15);
INSERT INTO link VALUES (6, 0, 1, 16);
INSERT INTO link VALUES (7, 1, 0, 16);
INSERT INTO link VALUES (8, 1, 0, 16);
INSERT INTO relation VALUES (1, X'bca559a7bfabf6932f12e5f1c9607548', 1, 'role_of', 7, 5, 32, 43, '青禾科技首席执行官李四', NULL, '首席执行官', NULL, NULL, 'stated', 'test', 0.7);
INSERT INTO relation VALUES (2, X'9f3aea245a1ddcaf34c04ade18a76af7', 2, 'founder', 11, 10, 17, 32, '青禾科技由王五在2019年创办', NULL, NULL, NULL, '2019', 'stated', 'test', 0.7);
INSERT INTO relation VALUES (3, X'342144af08bc69ad3442cb9b4a9135b5', 4, 'role_of', 20, 18, 36, 47, '青禾科技首席执行官李四', NULL, '首席执行官', NULL, NULL, 'stated', 'test', 0.7);
INSERT INTO referent VALUES (1, X'88053551a443274941c242ef30e9b0df', 1, 1);
INSERT INTO referent VALUES (2, X'de63330c898f9d07910f23535e12e7dd', 1, 2);
INSERT INTO referent VALUES (3, X'add486135471ec8ab58c63a6c9af4906', 1, 3);
INSERT INTO referent VALUES (4, X'b8999e73da042aaad2bb3da0ffeb330a', 1, 4);
INSERT INTO referent VALUES (5, X'67dc3a997031f6bcd96f38534445ba0c', 2, 5);
INSERT INTO referent VALUES (6, X'1818722afdb1fa8952a454a9f888b45e', 2, 3);
INSERT INTO referent VALUES (7, X'1337ed643f757ba66c0b8f3e2e6729fd', 2, 2);
INSERT INTO referent VALUES (8, X'259127bf9e0dd8a915febad62d044d42', 3, 6);
INSERT INTO referent VALUES (9, X'fd334e2d8b961d8bee155e3cdf1b094c', 3, 3);
INSERT INTO referent VALUES (10, X'0e0c96ea9b16653e890c43a1e8d70e65', 4, 1);
INSERT INTO referent VALUES (11, X'5e49dd5aef749416525a866a455607d1', 4, 2);
INSERT INTO referent VALUES (12, X'1d8331791a71b4ceaaf8045a269d2f7d', 4, 3);
INSERT INTO referent VALUES (13, X'15f9663e977faa3a103dcaa300240063', 4, 4);
INSERT INTO entity VALUES (1, 'name:张三', X'0e0c96ea9b16653e890c43a1e8d70e65', 'person', '张三');
INSERT INTO entity VALUES (2, 'name:青禾科技', X'1337ed643f757ba66c0b8f3e2e6729fd', 'company', '青禾科技');
INSERT INTO entity VALUES (3, 'name:禾苗', X'1818722afdb1fa8952a454a9f888b45e', 'product', '禾苗');
INSERT INTO entity VALUES (4, 'name:李四', X'15f9663e977faa3a103dcaa300240063', 'person', '李四');
INSERT INTO entity VALUES (5, 'name:王五', X'67dc3a997031f6bcd96f38534445ba0c', 'person', '王五');
INSERT INTO entity VALUES (6, 'unnamed:259127bf9e0dd8a915febad62d044d42', X'259127bf9e0dd8a915febad62d044d42', 'unnamed_source', '知情人士');
INSERT INTO tally VALUES (1, 0, '张三', 2);
INSERT INTO tally VALUES (1, 1, 'person', 2);
INSERT INTO tally VALUES (2, 0, '青禾科技', 5);
INSERT INTO tally VALUES (2, 1, 'company', 5);
INSERT INTO tally VALUES (3, 0, '禾苗', 4);
INSERT INTO tally VALUES (3, 1, 'product', 4);
INSERT INTO tally VALUES (4, 0, '李四', 2);
INSERT INTO tally VALUES (4, 1, 'person', 2);
INSERT INTO tally VALUES (5, 0, '王五', 2);
INSERT INTO tally VALUES (5, 1, 'person', 2);
INSERT INTO tally VALUES (6, 0, '知情人士', 1);
INSERT INTO alias VALUES ('张三', 1);
INSERT INTO alias VALUES ('青禾科技', 2);
INSERT INTO alias VALUES ('禾苗', 3);
INSERT INTO alias VALUES ('李四', 4);
INSERT INTO alias VALUES ('王五', 5);
INSERT INTO alias VALUES ('知情人士', 6);
INSERT INTO words (rowid, grams) VALUES (1, '不成 型还 大模 成熟 技的 模型 熟 的 禾科 禾苗 科技 苗 还不 青禾');
INSERT INTO words (rowid, grams) VALUES (2, '会更 好 年会 明年 更好');
INSERT INTO words (rowid, grams) VALUES (3, '产品 可用 品已 已经 用 经可');
INSERT INTO words (rowid, grams) VALUES (4, '三年 年才 成熟 才能 熟 禾苗 能成 苗还 要三 还要');
INSERT INTO words (rowid, grams) VALUES (5, '停售 前停 售 在年 将在 年底 底前 禾苗 苗');
INSERT INTO words (rowid, grams) VALUES (6, '不成 型还 大模 成熟 技的 模型 熟 的 禾科 禾苗 科技 苗 还不 青禾');
INSERT INTO words (rowid, grams) VALUES (7, '会更 好 年会 明年 更好');
INSERT INTO words (rowid, grams) VALUES (8, '产品 可用 品已 已经 用 经可');
COMMIT;
PRAGMA application_id = 1801936689;
PRAGMA user_version = 1;
PRAGMA journal_mode = WAL;
