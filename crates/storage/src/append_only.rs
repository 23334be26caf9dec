//! Tables that only ever grow, held by the database itself: whoever reaches it past the program is refused as well.

use sea_orm::{ConnectionTrait, DbBackend, DbErr};

/// Makes the database refuse to change or remove a row of a table. For the migration that makes the table.
///
/// # Errors
/// Whatever the database says.
pub async fn keep_append_only(connection: &impl ConnectionTrait, table: &str) -> Result<(), DbErr> {
    let statements = match connection.get_database_backend() {
        DbBackend::Sqlite => on_sqlite(table),
        _ => on_postgres(table),
    };
    for statement in statements {
        connection.execute_unprepared(&statement).await?;
    }
    Ok(())
}

/// Lets rows of a table be changed again: for a migration that makes the table anew, and for a test that tampers.
///
/// # Errors
/// Whatever the database says.
pub async fn lift_append_only(connection: &impl ConnectionTrait, table: &str) -> Result<(), DbErr> {
    let is_sqlite = connection.get_database_backend() == DbBackend::Sqlite;
    for event in ["update", "delete", "truncate"] {
        let statement = if is_sqlite {
            format!("DROP TRIGGER IF EXISTS {table}_no_{event}")
        } else {
            format!("DROP TRIGGER IF EXISTS {table}_no_{event} ON {table}")
        };
        connection.execute_unprepared(&statement).await?;
    }
    Ok(())
}

fn on_sqlite(table: &str) -> Vec<String> {
    let trigger = |event: &str| {
        format!(
            "CREATE TRIGGER {table}_no_{event} BEFORE {event} ON {table} \
             BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
    };
    vec![trigger("update"), trigger("delete")]
}

fn on_postgres(table: &str) -> Vec<String> {
    let function = "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ \
                    BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$";
    let trigger = |event: &str, of_each: &str| {
        format!(
            "CREATE TRIGGER {table}_no_{event} BEFORE {event} ON {table} \
             FOR EACH {of_each} EXECUTE FUNCTION refuse_change()"
        )
    };
    vec![
        function.to_owned(),
        trigger("update", "ROW"),
        trigger("delete", "ROW"),
        trigger("truncate", "STATEMENT"),
    ]
}
