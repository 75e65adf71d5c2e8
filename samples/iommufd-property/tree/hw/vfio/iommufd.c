/*
 * Attaching a vfio device through an iommufd object.
 *
 * SPDX-License-Identifier: MIT
 */
#include "qemu/osdep.h"
#include "vfio-device.h"

bool vfio_iommufd_attach(VFIODevice *vdev, IOMMUFDBackend *backend,
                         Error **errp)
{
    if (!iommufd_backend_connect(backend, errp)) {
        return false;
    }
    if (!iommufd_backend_bind(backend, vdev->fd)) {
        error_setg(errp, "cannot bind device fd=%d", vdev->fd);
        return false;
    }
    return true;
}
