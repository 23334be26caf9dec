//! What is said to the database: fixed texts, and tables of one's own.

use proc_macro2::{Delimiter, TokenTree};

use crate::{
    dependencies::line_of_capability,
    source::{Finding, Part, SourceFile, each_sequence, line_of},
};

/// Functions that take SQL as text.
const TAKE_SQL: [&str; 11] = [
    "from_string",
    "from_sql_and_values",
    "execute_unprepared",
    "raw_sql",
    "cust",
    "cust_with_expr",
    "cust_with_exprs",
    "cust_with_values",
    "query_as",
    "query_scalar",
    "from_raw_sql",
];

/// SQL that is put together while running is how injection begins. Outside `storage`, whatever takes SQL as text
/// gets a literal, an `include_str!` or a constant; values are bound.
pub(crate) fn is_never_put_together(files: &[SourceFile]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in files {
        // Storage sees no user's text, and tests no user.
        if matches!(file.part(), Part::Crate("storage" | "testkit")) || !file.is_in("src") {
            continue;
        }
        each_sequence(&file.tokens(), &mut |sequence| {
            for (position, token) in sequence.iter().enumerate() {
                let TokenTree::Ident(name) = token else {
                    continue;
                };
                if !TAKE_SQL.iter().any(|function| name == function) {
                    continue;
                }
                let is_definition = position
                    .checked_sub(1)
                    .and_then(|before| sequence.get(before))
                    .is_some_and(|before| matches!(before, TokenTree::Ident(word) if word == "fn"));
                let arguments = sequence.get(position + 1..).and_then(arguments_of_call);
                if let Some(arguments) = arguments
                    && !is_definition
                    && !arguments.iter().any(|argument| is_fixed_text(argument))
                {
                    findings.push(file.finding(
                        line_of(token),
                        format!("{name} gets SQL that is put together while running"),
                        "write the query with the builder, or as a literal or store/queries/*.sql with bound values; \
                         names of columns and operators come from an enum",
                    ));
                }
            }
        });
    }
    findings
}

/// A capability reads and writes its own tables; a foreign key may point to a table of an earlier line.
pub(crate) fn speaks_of_own_tables(files: &[SourceFile]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in files {
        let Part::Capability(own) = file.part() else {
            continue;
        };
        let is_migration = file.room() == Some("migrations");
        if !file.is_in("src") || !is_migration && file.room() != Some("store") {
            continue;
        }
        for (line, table, owner) in tables_of_others(file, own) {
            let may = is_migration && line_of_capability(owner) < line_of_capability(own);
            if !may {
                findings.push(file.finding(
                    line,
                    format!("{table} is a table of {owner}"),
                    "ask its service in bulk by ids; a foreign key points to a table of an earlier line only",
                ));
            }
        }
    }
    findings
}

/// The arguments between the brackets that follow a function's name, past a turbofish.
fn arguments_of_call(after: &[TokenTree]) -> Option<Vec<Vec<TokenTree>>> {
    match past_turbofish(after).first()? {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => {
            let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
            let arguments = tokens.split(|token| is_mark(token, ','));
            Some(arguments.map(<[TokenTree]>::to_vec).collect())
        }
        _ => None,
    }
}

fn past_turbofish(after: &[TokenTree]) -> &[TokenTree] {
    let [first, second, rest @ ..] = after else {
        return after;
    };
    if !is_mark(first, ':') || !is_mark(second, ':') {
        return after;
    }
    let mut open = 0;
    for (position, token) in rest.iter().enumerate() {
        if is_mark(token, '<') {
            open += 1;
        } else if is_mark(token, '>') {
            open -= 1;
        }
        if open == 0 {
            return rest.get(position + 1..).unwrap_or_default();
        }
    }
    after
}

fn is_mark(token: &TokenTree, mark: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == mark)
}

/// `"SELECT …"`, `include_str!("…")`, `QUERY` or `queries::QUERY`, perhaps borrowed or made a `String`.
fn is_fixed_text(argument: &[TokenTree]) -> bool {
    let argument = match argument {
        [TokenTree::Punct(borrow), rest @ ..] if borrow.as_char() == '&' => rest,
        [
            rest @ ..,
            TokenTree::Punct(dot),
            TokenTree::Ident(name),
            TokenTree::Group(group),
        ] if dot.as_char() == '.'
            && group.stream().is_empty()
            && ["to_owned", "to_string", "into"]
                .iter()
                .any(|known| name == known) =>
        {
            rest
        }
        all => all,
    };
    match argument {
        [TokenTree::Literal(text)] => text.to_string().contains('"'),
        [
            TokenTree::Ident(name),
            TokenTree::Punct(bang),
            TokenTree::Group(_),
        ] => name == "include_str" && bang.as_char() == '!',
        [.., TokenTree::Ident(constant)] => {
            let is_path = argument.iter().all(|token| match token {
                TokenTree::Ident(_) => true,
                TokenTree::Punct(colon) => colon.as_char() == ':',
                _ => false,
            });
            let name = constant.to_string();
            is_path
                && name
                    .chars()
                    .all(|c| c == '_' || c.is_ascii_uppercase() || c.is_ascii_digit())
        }
        _ => false,
    }
}

/// Tables with another capability's prefix: in a Rust file as a literal of their own or in a query, in SQL as a word.
fn tables_of_others<'a>(file: &'a SourceFile, own: &str) -> Vec<(usize, String, &'a str)> {
    let mut found = Vec::new();
    for (index, line) in file.text.lines().enumerate() {
        let code = line.split("//").next().unwrap_or_default();
        for word in code.split(|c: char| c != '_' && !c.is_ascii_alphanumeric()) {
            let Some((owner, rest)) = word.split_once('_') else {
                continue;
            };
            let is_table = !rest.is_empty() && is_text_or_sql(file, code, word);
            if owner != own && line_of_capability(owner).is_some() && is_table {
                found.push((index + 1, word.to_owned(), owner));
            }
        }
    }
    found
}

fn is_text_or_sql(file: &SourceFile, code: &str, word: &str) -> bool {
    let is_quoted = code
        .split(word)
        .next()
        .is_some_and(|before| before.matches('"').count() % 2 == 1);
    file.has_extension("sql") || is_quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORE: &str = "crates/capabilities/figures/src/store.rs";

    fn put_together(body: &str) -> usize {
        let text = format!("fn f() {{ {body}; }}");
        is_never_put_together(&[SourceFile::new(STORE, &text)]).len()
    }

    #[test]
    fn sql_put_together_is_found_however_it_is_written() {
        for body in [
            "Statement::from_string(db, format!(\"SELECT {x}\"))",
            "Statement::from_string(db, &format!(\"SELECT {x}\"))",
            "Statement::from_string(db, \"SELECT \".to_owned() + x)",
            "let sql = format!(\"SELECT {x}\"); Statement::from_string(db, sql)",
            "Statement::from_sql_and_values(DbBackend::Sqlite, sql, [\"x\".into()])",
            "tx.connection().execute_unprepared(&sql)",
            "sqlx::raw_sql(&[a, b].concat())",
            "tokio::join!(db.execute_unprepared(&sql))",
            "sqlx::query_as::<_, (String,)>(&sql)",
            "Expr::cust(column.to_owned())",
        ] {
            assert_eq!(put_together(body), 1, "{body}");
        }
    }

    #[test]
    fn fixed_sql_is_left_alone() {
        for body in [
            "Statement::from_string(db, \"SELECT 1\")",
            "Statement::from_string(db, \"SELECT 1\".to_owned())",
            "Statement::from_sql_and_values(db, include_str!(\"queries/a.sql\"), [x.into()])",
            "Statement::from_sql_and_values(db, queries::LATEST, [x.into()])",
            "Statement::from_string(db, r#\"SELECT \"a\"\"#)",
            "sqlx::query_as::<_, (String,)>(\"SELECT 1\")",
            "index.name(format!(\"{table}_code\"))",
            "fn from_string(text: String) {}",
        ] {
            assert_eq!(put_together(body), 0, "{body}");
        }
    }

    #[test]
    fn storage_and_tests_may_and_nobody_else() {
        let text = "fn f() { db.execute_unprepared(&sql); }";
        let in_storage = SourceFile::new("crates/storage/src/schema.rs", text);
        assert!(is_never_put_together(&[in_storage]).is_empty());
        let in_test = SourceFile::new("crates/capabilities/figures/tests/store.rs", text);
        assert!(is_never_put_together(&[in_test]).is_empty());
        let in_migration = SourceFile::new("crates/capabilities/figures/src/migrations/m.rs", text);
        assert_eq!(is_never_put_together(&[in_migration]).len(), 1);
    }

    #[test]
    fn tables_of_others_are_found() {
        let tables = |path: &str, text: &str| {
            let found = speaks_of_own_tables(&[SourceFile::new(path, text)]);
            found.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        let entity = "\n#[sea_orm(table_name = \"organisations_unit\")]";
        assert!(tables(STORE, entity)[0].starts_with(&format!("{STORE}:2: organisations_unit")));
        let query = "crates/capabilities/figures/src/store/queries/latest.sql";
        assert_eq!(tables(query, "SELECT 1 FROM catalogue_indicator").len(), 1);
        let migration = "crates/capabilities/figures/src/migrations/m.rs";
        assert!(tables(migration, ".to(\"organisations_strategy\", \"id\")").is_empty());
        assert_eq!(tables(migration, ".to(\"scoring_run\", \"id\")").len(), 1);
        assert!(tables(STORE, "table_name = \"figures_observation\"").is_empty());
        assert!(tables(STORE, "let scoring_run = 1; // catalogue_indicator").is_empty());
    }
}
