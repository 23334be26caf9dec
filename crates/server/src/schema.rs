//! The tables of all capabilities, in the order in which they came.

use sea_orm_migration::MigrationTrait;
use yanzhi_storage::Schema;

/// The schema of the product.
pub const SCHEMA: Schema = Schema::new(migrations);

fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    let mut all = yanzhi_audit::migrations::all();
    all.extend(yanzhi_organisations::migrations::all());
    all.extend(yanzhi_identity::migrations::all());
    all.extend(yanzhi_catalogue::migrations::all());
    all.extend(yanzhi_figures::migrations::all());
    all.extend(yanzhi_collection::migrations::all());
    all.extend(yanzhi_scoring::migrations::all());
    all.sort_by(|a, b| a.name().cmp(b.name()));
    all
}
