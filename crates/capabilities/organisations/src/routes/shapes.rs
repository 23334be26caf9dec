//! Organisations as the API writes and reads them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use yanzhi_kernel::{Code, Timestamp, UnitKind, access::OrganisationId};
use yanzhi_web_kit::LocalText;

use crate::{
    InvalidName, NewOrganisation, Organisation, OrganisationChange, OrganisationName,
    OrganisationsError,
};

/// The organisations that may be seen.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OrganisationList {
    pub(super) items: Vec<OrganisationShape>,
}

/// An organisation.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Organisation)]
pub(crate) struct OrganisationShape {
    #[schema(example = "STB")]
    code: String,
    name: LocalText,
    /// `city`, `department`, `district`, `zone`, `township`.
    #[schema(example = "department")]
    kind: String,
    /// The code of what it stands under, where that may be seen.
    #[schema(example = "330200")]
    parent: Option<String>,
    /// The unit that it is scored as.
    unit: Option<String>,
    /// When it was closed.
    closed_at: Option<String>,
    /// The code of what it was merged into, where that may be seen.
    merged_into: Option<String>,
    /// For `If-Match`, as `"v3"`.
    #[schema(example = 3)]
    version: i64,
}

/// An organisation with the names that it has had.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OrganisationDetail {
    #[serde(flatten)]
    pub(super) organisation: OrganisationShape,
    /// Every name, in the order in which they were given.
    pub(super) names: Vec<NameShape>,
}

/// A name and since when it counts.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct NameShape {
    #[schema(example = "2026-01-05T02:00:00Z")]
    since: String,
    name: LocalText,
}

/// An organisation to be added.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AddOrganisation {
    #[schema(value_type = String, example = "STB")]
    code: Code,
    name: LocalText,
    #[schema(value_type = String, example = "department")]
    kind: UnitKind,
    /// The code of what it stands under.
    #[schema(value_type = Option<String>, example = "330200")]
    parent: Option<Code>,
    /// The unit that it is scored as.
    #[schema(value_type = Option<String>)]
    unit: Option<Code>,
}

/// What is to be another one; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EditOrganisation {
    name: Option<LocalText>,
    #[schema(value_type = Option<String>)]
    kind: Option<UnitKind>,
    /// The unit that it is scored as; empty for none.
    #[schema(example = "330203")]
    unit: Option<String>,
}

/// The organisation that it is about.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OtherOrganisation {
    #[schema(value_type = String, example = "330200")]
    pub(super) code: Code,
}

/// Codes of organisations by their ids.
pub(super) type Codes = BTreeMap<OrganisationId, Code>;

impl OrganisationShape {
    pub(super) fn of(organisation: &Organisation, codes: &Codes) -> Self {
        let code =
            |id: Option<OrganisationId>| id.and_then(|id| codes.get(&id)).map(Code::to_string);
        Self {
            code: organisation.code.to_string(),
            name: organisation.name.text().into(),
            kind: organisation.kind.to_string(),
            parent: code(organisation.parent),
            unit: organisation.unit.as_ref().map(Code::to_string),
            closed_at: organisation.closed_at.map(|at| at.to_string()),
            merged_into: code(organisation.merged_into),
            version: organisation.version,
        }
    }
}

impl NameShape {
    pub(super) fn of((since, name): &(Timestamp, OrganisationName)) -> Self {
        Self {
            since: since.to_string(),
            name: name.text().into(),
        }
    }
}

impl TryFrom<AddOrganisation> for NewOrganisation {
    type Error = InvalidName;

    fn try_from(asked: AddOrganisation) -> Result<Self, InvalidName> {
        Ok(Self {
            code: asked.code,
            parent: asked.parent,
            kind: asked.kind,
            name: OrganisationName::new(&asked.name.into())?,
            unit: asked.unit,
        })
    }
}

impl TryFrom<EditOrganisation> for OrganisationChange {
    type Error = OrganisationsError;

    fn try_from(asked: EditOrganisation) -> Result<Self, OrganisationsError> {
        let name = asked.name.map(|name| OrganisationName::new(&name.into()));
        let unit = asked.unit.map(|unit| match unit.as_str() {
            "" => Ok(None),
            code => code.parse().map(Some).map_err(OrganisationsError::Code),
        });
        Ok(Self {
            name: name.transpose()?,
            kind: asked.kind,
            unit: unit.transpose()?,
        })
    }
}
