//! When a version may be published.

use yanzhi_kernel::Digest;

use super::invalid;
use crate::{CatalogueError, Draft, DraftContent, Framework, FrameworkContent};

/// The fingerprint of what a version says: SHA-256 of its JSON.
pub(crate) fn digest_of(content: &FrameworkContent) -> Result<Digest, CatalogueError> {
    let json = serde_json::to_string(content).map_err(|reason| CatalogueError::Unreadable {
        version: content.version.clone(),
        reason: reason.to_string(),
    })?;
    Ok(Digest::of(json))
}

/// A published version never changes: the same content is the same version, other content is refused.
pub(crate) fn check_unchanged(
    published: &Framework,
    offered: &Digest,
) -> Result<(), CatalogueError> {
    if published.digest == *offered {
        return Ok(());
    }
    Err(CatalogueError::PublishedVersionDiffers {
        version: published.content.version.clone(),
    })
}

/// A tree has to fit a screen, and a check.
pub(crate) fn check_size(content: &DraftContent) -> Result<(), CatalogueError> {
    let most = DraftContent::MAX_NODES;
    if content.nodes.len() <= most {
        return Ok(());
    }
    Err(invalid(
        "nodes",
        format!("最多 {most} 个节点：请合并或删去一些"),
        format!("use at most {most} nodes: merge some or take some out"),
    ))
}

/// Four eyes: whoever has edited a draft does not publish it.
pub(crate) fn check_editors(draft: &Draft, publisher: &str) -> Result<(), CatalogueError> {
    if draft.editors.iter().any(|editor| editor == publisher) {
        return Err(CatalogueError::OwnDraft(draft.version.clone()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use yanzhi_kernel::{Id, Timestamp};

    use super::*;

    #[test]
    fn nobody_publishes_what_they_have_edited() {
        let now = Timestamp::from_micros(0).unwrap();
        let draft = Draft {
            id: Id::from_uuid(uuid::Uuid::from_u128(1)),
            version: "2024".into(),
            copy_of: None,
            content: DraftContent::empty(),
            revision: 3,
            created_at: now,
            edited_at: now,
            editors: vec!["account:1".into(), "account:2".into()],
        };
        for (publisher, may) in [
            ("account:1", false),
            ("account:2", false),
            ("account:3", true),
        ] {
            assert_eq!(check_editors(&draft, publisher).is_ok(), may, "{publisher}");
        }
    }
}
