/*
 * The vfio-pci device model: properties and realize.
 *
 * SPDX-License-Identifier: MIT
 */
#include "qemu/osdep.h"
#include CONFIG_DEVICES
#include "vfio-device.h"

static void vfio_pci_realize(PCIDevice *pdev, Error **errp)
{
    VFIOPCIDevice *self = VFIO_PCI(pdev);

    if (!self->vdev.sysfsdev) {
        error_setg(errp, "No provided host device");
        return;
    }
    if (!vfio_device_find(&self->vdev, errp)) {
        return;
    }
    if (!vfio_device_attach(&self->vdev, errp)) {
        error_prepend(errp, "vfio %s: ", self->vdev.name);
    }
}

static const Property vfio_pci_properties[] = {
    DEFINE_PROP_PCI_HOST_DEVADDR("host", VFIOPCIDevice, host),
    DEFINE_PROP_STRING("sysfsdev", VFIOPCIDevice, vdev.sysfsdev),
#ifdef CONFIG_IOMMUFD
    DEFINE_PROP_LINK("iommufd", VFIOPCIDevice, vdev.iommufd,
                     TYPE_IOMMUFD_BACKEND, IOMMUFDBackend *),
#endif
};

static void vfio_pci_class_init(ObjectClass *klass, const void *data)
{
    DeviceClass *dc = DEVICE_CLASS(klass);

    dc->desc = "VFIO-based PCI device assignment";
    device_class_set_props(dc, vfio_pci_properties);
}

static const TypeInfo vfio_pci_info = {
    .name = TYPE_VFIO_PCI,
    .parent = TYPE_PCI_DEVICE,
    .instance_size = sizeof(VFIOPCIDevice),
    .class_init = vfio_pci_class_init,
};
