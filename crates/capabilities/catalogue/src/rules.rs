//! When a version may be published.

use yanzhi_kernel::Digest;

use crate::{CatalogueError, Framework, FrameworkContent};

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
