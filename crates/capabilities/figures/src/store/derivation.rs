//! What derived versions were computed by, and from which versions. Rows are added and never changed.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*};
use yanzhi_kernel::Id;
use yanzhi_storage::{ReadTx, StorageError, WriteTx, insert_all};

use crate::{Figure, FiguresError};

/// How many versions are looked up at once.
const PER_LOOKUP: usize = 10_000;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "figures_derivation")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: Uuid,
    pub expression: String,
}

impl ActiveModelBehavior for ActiveModel {}

pub(crate) mod input {
    //! The versions that went in.

    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "figures_derivation_input")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub version_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub input_id: Uuid,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// How a version came out: by which expression, from which versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Origin {
    pub(crate) version: Id<Figure>,
    pub(crate) expression: String,
    pub(crate) inputs: BTreeSet<Id<Figure>>,
}

/// Keeps how versions came out.
pub(crate) async fn add(tx: &WriteTx, origins: &[Origin]) -> Result<(), FiguresError> {
    // Collected, since a borrowing iterator that lives while the database works keeps a route from changing threads.
    let derivations: Vec<ActiveModel> = origins
        .iter()
        .map(|origin| ActiveModel {
            version_id: Set(origin.version.uuid()),
            expression: Set(origin.expression.clone()),
        })
        .collect();
    insert_all(tx, derivations).await?;
    let inputs = origins.iter().flat_map(|origin| {
        let each = origin.inputs.iter();
        each.map(|from| input::ActiveModel {
            version_id: Set(origin.version.uuid()),
            input_id: Set(from.uuid()),
        })
    });
    let inputs: Vec<input::ActiveModel> = inputs.collect();
    Ok(insert_all(tx, inputs).await?)
}

/// How these versions came out; those that were reported have no entry.
pub(crate) async fn of(
    tx: &ReadTx,
    versions: &[Id<Figure>],
) -> Result<BTreeMap<Id<Figure>, Origin>, FiguresError> {
    let mut origins = BTreeMap::new();
    for some in versions.chunks(PER_LOOKUP) {
        let ids: Vec<Uuid> = some.iter().map(|id| id.uuid()).collect();
        let rows = Entity::find()
            .filter(Column::VersionId.is_in(ids.iter().copied()))
            .all(tx.connection())
            .await
            .map_err(StorageError::from)?;
        for row in rows {
            let version = Id::from_uuid(row.version_id);
            let origin = Origin {
                version,
                expression: row.expression,
                inputs: BTreeSet::new(),
            };
            origins.insert(version, origin);
        }
        let inputs = input::Entity::find()
            .filter(input::Column::VersionId.is_in(ids))
            .order_by_asc(input::Column::InputId)
            .all(tx.connection())
            .await
            .map_err(StorageError::from)?;
        for input in inputs {
            if let Some(origin) = origins.get_mut(&Id::from_uuid(input.version_id)) {
                origin.inputs.insert(Id::from_uuid(input.input_id));
            }
        }
    }
    Ok(origins)
}
